import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asScene, formatAddress, parseAddress, withFlags } from '../../src/state/address.ts';

describe('reading', () => {
  it('takes flags in any order', () => {
    const flags = { s: '1.abc-_', scene: 'edges', lang: 'zh-CN' };
    expect(Object.fromEntries(parseAddress('#s=1.abc-_&scene=edges&lang=zh-CN'))).toEqual(flags);
    expect(Object.fromEntries(parseAddress('lang=zh-CN&scene=edges&s=1.abc-_'))).toEqual(flags);
  });

  it.each(['', '#', '#&', '#=', '#&&=x', '#<script>', '#\u4e2d'])('finds no flag in %j', (hash) => {
    expect([...parseAddress(hash)]).toEqual([]);
  });

  it('takes a flag without a value, and a value with = in it', () => {
    expect([...parseAddress('#embed&x=a=b')]).toEqual([
      ['embed', ''],
      ['x', 'a=b'],
    ]);
  });

  it('decodes what a mail program encoded, and keeps what cannot be decoded', () => {
    expect([...parseAddress('#s=1%2Eabc&note=100%')]).toEqual([
      ['s', '1.abc'],
      ['note', '100%'],
    ]);
  });

  it('leaves a huge link whole, for the link to refuse', () => {
    const link = `1.${'A'.repeat(5_000_000)}`;
    const startedMs = performance.now();
    expect(parseAddress(`#s=${link}&scene=edges`).get('s')).toBe(link);
    expect(performance.now() - startedMs).toBeLessThan(500);
  });

  it('reaches no prototype', () => {
    expect(parseAddress('#__proto__=x&constructor=y').get('toString')).toBeUndefined();
    expect(asScene('constructor')).toBeNull();
  });
});

describe('writing', () => {
  it('keeps the flags of other versions, where they stood', () => {
    const address = withFlags(parseAddress('#embed&future=1&scene=edges&s=1.old'), {
      s: '1.new',
      scene: null,
    });
    expect(formatAddress(address)).toBe('#embed&future=1&s=1.new');
  });

  it('is empty without flags', () => {
    expect(formatAddress(withFlags(parseAddress('#s=1.abc'), { s: null }))).toBe('');
  });

  it('can be read back, whatever the values', () => {
    const flags = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[\w-]+$/), fc.string()), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(flags, (entries) => {
        expect([...parseAddress(formatAddress(new Map(entries)))]).toEqual(entries);
      }),
    );
  });

  it('does not grow by being read and written', () => {
    const hash = '#lang=en&s=1.abc';
    expect(formatAddress(parseAddress(formatAddress(parseAddress(hash))))).toBe(hash);
  });
});

it('knows the scenes that are built', () => {
  expect(asScene('edges')).toBe('edges');
  expect(asScene('studio')).toBeNull();
  expect(asScene(undefined)).toBeNull();
});
