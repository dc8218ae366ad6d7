/** Vite plugin: lengths in `rem` become pixels, because a page that is not ours may set its root's font size to anything. */
import type { Plugin } from 'vite';

/** The initial font size of every browser. */
const ROOT_PIXELS = 16;

export function pixels(): Plugin {
  return {
    name: 'pixels',
    enforce: 'pre',
    transform(code, id) {
      return /\/src\/ui\/.*\.(ts|css)(\?|$)/.test(id) ? { code: remToPixels(code), map: null } : null;
    },
  };
}

/** Every `1.5rem` as `24px`. */
export function remToPixels(text: string): string {
  return text.replace(
    /(?<![\w.#-])(-?\d*\.?\d+)rem\b/g,
    (_, count: string) => `${String(Number(count) * ROOT_PIXELS)}px`,
  );
}
