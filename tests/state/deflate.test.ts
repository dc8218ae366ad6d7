import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlToBytes, bytesToBase64url } from '../../src/state/base64url.ts';
import { deflate, inflate } from '../../src/state/deflate.ts';

const bytesOf = (buffer: Uint8Array) => Uint8Array.from(buffer);

describe('raw deflate', () => {
  it('is what zlib inflates, and inflates what zlib deflates', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
        const plain = bytesOf(bytes);
        expect(bytesOf(inflateRawSync(await deflate(plain)))).toEqual(plain);
        expect(await inflate(bytesOf(deflateRawSync(plain)), 2000)).toEqual(plain);
      }),
      { numRuns: 50 },
    );
  });

  it('stops one byte past its limit', async () => {
    const bytes = bytesOf(deflateRawSync(Buffer.alloc(100_000)));
    expect(await inflate(bytes, 100_000)).toHaveLength(100_000);
    expect(await inflate(bytes, 99_999)).toBeNull();
  });

  it('is null for damaged and cut bytes', async () => {
    expect(await inflate(Uint8Array.of(0xff, 0xff, 0xff), 100)).toBeNull();
    expect(await inflate(bytesOf(deflateRawSync('hello hello hello')).slice(0, -2), 100)).toBeNull();
    expect(await inflate(new Uint8Array(), 100)).toBeNull();
  });
});

describe('base64url', () => {
  it('is what Node reads and writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = bytesToBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(base64urlToBytes(text)).toEqual(bytesOf(bytes));
      }),
    );
  });

  it.each(['A', 'AAAAA', 'AA==', 'A+', 'A/', 'A A', 'AA\n', 'é'])('%j is none', (text) => {
    expect(base64urlToBytes(text)).toBeNull();
  });
});
