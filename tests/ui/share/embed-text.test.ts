import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../../src/state/address.ts';
import { DEFAULT_CONTROLS } from '../../../src/state/figure-controls.ts';
import { embedAddress, embedCode, type EmbedChoice } from '../../../src/ui/share/embed-text.ts';

const PLAIN: EmbedChoice = {
  kind: 'frame',
  controls: DEFAULT_CONTROLS,
  lang: null,
  theme: 'auto',
  fitted: false,
  height: 412,
};
const LINK = 'https://example.org/any/#scene=edges&s=1.abc-_';

describe('the address', () => {
  it('adds the flag to what the link leads to', () => {
    expect(embedAddress(LINK, PLAIN)).toBe('https://example.org/any/#embed&scene=edges&s=1.abc-_');
    expect(embedAddress('https://example.org/any/', PLAIN)).toBe('https://example.org/any/#embed');
  });

  it('holds what was chosen', () => {
    const chosen = embedAddress(LINK, { ...PLAIN, controls: ['undo', 'play'], lang: 'zh-CN', theme: 'dark' });
    expect(Object.fromEntries(parseAddress(new URL(chosen).hash))).toEqual({
      embed: 'play,undo',
      scene: 'edges',
      s: '1.abc-_',
      lang: 'zh-CN',
      theme: 'dark',
    });
  });
});

describe('the HTML', () => {
  it('escapes what would end the attribute', () => {
    const code = embedCode(LINK, '"><script>alert(1)</script>', PLAIN);
    expect(code).toContain('src="https://example.org/any/#embed&amp;scene=edges&amp;s=1.abc-_"');
    expect(code).toContain('title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"');
    expect(code).not.toContain('<script>');
    expect(code).toContain('height="412"');
  });

  it('believes messages of the playground only', () => {
    const code = embedCode('https://example.org:8080/any/', 'Edges', { ...PLAIN, fitted: true });
    expect(code).toContain('origin !== "https://example.org:8080"');
    expect(code.match(/<script>/g)).toHaveLength(1);
  });
});

describe('the element', () => {
  const ELEMENT: EmbedChoice = { ...PLAIN, kind: 'element' };

  it('says what differs from the default, and where its module is', () => {
    expect(embedCode(LINK, 'Edges', ELEMENT)).toBe(
      [
        '<script type="module" src="https://example.org/any/element/corr2d-figure.js"></script>',
        '<corr2d-figure',
        '  scene="edges"',
        '  src="#s=1.abc-_"',
        '  style="display: block; min-height: 412px"',
        '></corr2d-figure>',
      ].join('\n'),
    );
  });

  it('holds what was chosen', () => {
    const code = embedCode(LINK, 'Edges', { ...ELEMENT, controls: [], lang: 'zh-CN', theme: 'dark' });
    expect(code).toContain('controls="none"');
    expect(code).toContain('lang="zh-CN"');
    expect(code).toContain('theme="dark"');
  });
});
