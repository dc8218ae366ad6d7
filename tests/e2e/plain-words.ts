/** What a page that speaks another language says in English. */
import type { Page } from 'playwright';

/** Names and signs that are the same in every language. */
const NAMES = new Set(
  `corr2d WebGPU WebAssembly SIMD relaxed GPU CPU PyTorch NumPy MATLAB Octave JAX TensorFlow Python LaTeX MathML JSON SVG PNG GIF WebM SGD Adam Nesterov
  LeNet AlexNet VGG ResNet ReLU tanh Roberts Prewitt Sobel Scharr Gabor Otsu LeCun Bottou Bengio Haffner
  Hessian Ctrl Shift Home End PageUp PageDown Esc Enter Delete Tab Space epoch loss`.split(/\s+/),
);

/** Words of three letters or more in plain English, outside formulas, programs and what is marked as of a language; no names. */
export async function plainWords(page: Page): Promise<readonly string[]> {
  const words = await page.evaluate(() => {
    const skipped = 'math, pre, code, textarea, [lang], script, style, dialog:not([open])';
    const texts: string[] = [];
    const visit = (root: ShadowRoot | Element): void => {
      for (const child of root.querySelectorAll('*')) {
        if (child.shadowRoot) visit(child.shadowRoot);
        if (child.closest(skipped)) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext'])
          texts.push(child.getAttribute(name) ?? '');
        for (const node of child.childNodes) if (node instanceof Text) texts.push(node.data);
      }
    };
    visit(document.body);
    return texts.flatMap((text) => text.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? []);
  });
  return [...new Set(words)].filter((word) => !NAMES.has(word));
}
