/** What was made, in a line, in both languages. */
import { beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_DOCUMENT, filledGrid, type PlaygroundDocument } from '../../../src/state/document.ts';
import type { ShownDocument } from '../../../src/state/document-file.ts';
import { namedExample } from '../../../src/state/named-example.ts';
import { restOfTexts, speakLocale } from '../../../src/ui/shell/locale.ts';
import { documentText, documentTitle } from '../../../src/ui/wording/document-title.ts';

const { correlation, edges, learning, receptive } = DEFAULT_DOCUMENT;

const example = (name: string): string => {
  const found = namedExample(name);
  if (!found) throw new Error(`there is no ${name}`);
  return documentText(found);
};
const inCorrelation = (part: Partial<PlaygroundDocument['correlation']>): string =>
  documentText({
    scene: 'correlation',
    document: { ...DEFAULT_DOCUMENT, correlation: { ...correlation, ...part } },
  });
const inEdges = (rows: readonly (readonly number[])[]): string => {
  const kernel = { rows: rows.length, columns: rows[0]?.length ?? 0, values: rows.flat() };
  return documentText({ scene: 'edges', document: { ...DEFAULT_DOCUMENT, edges: { ...edges, kernel } } });
};
const SOBEL = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

describe('in English', () => {
  it('names the scenes of the article', () => {
    const titles = (['correlation', 'edges', 'learning', 'receptive'] as const).map((scene) =>
      documentTitle({ scene, document: DEFAULT_DOCUMENT }),
    );
    expect(titles).toEqual([
      '3×3 image ⋆ 2×2 kernel · corr2d playground',
      '6×8 image ⋆ [1, −1] · corr2d playground',
      'Learning: [1, −1] on 6×8 image, SGD 0.03, 10 epochs · corr2d playground',
      'Receptive field: 3×3 image, 2 layers · corr2d playground',
    ]);
  });

  it('says the geometry where it is not the plain one', () => {
    expect(inCorrelation({ stride: [2, 2] })).toBe('3×3 image ⋆ 2×2 kernel, stride 2');
    expect(inCorrelation({ stride: [2, 1], padding: [1, 1, 1, 1], dilation: [1, 3] })).toBe(
      '3×3 image ⋆ 2×2 kernel, stride 2×1, padding 1, dilation 1×3',
    );
    expect(inCorrelation({ padding: [0, 1, 2, 3], flip: true })).toBe(
      '3×3 image ∗ 2×2 kernel, padding 0 1 2 3, true convolution',
    );
  });

  it('knows kernels of the gallery by their weights', () => {
    expect(inEdges(SOBEL)).toBe('6×8 image ⋆ Sobel 3×3');
    expect(inEdges([[1], [-1]])).toBe('6×8 image ⋆ [1, −1]⊤');
    // The mean of 2×2 cells; the same weights but for one are nobody's.
    expect(inEdges([[0.25, 0.25], [0.25, 0.25]])).toBe('6×8 image ⋆ box blur 2×2'); // prettier-ignore
    expect(inEdges([[0.25, 0.25], [0.25, 0.26]])).toBe('6×8 image ⋆ 2×2 kernel'); // prettier-ignore
    expect(inEdges([[1]])).toBe('6×8 image ⋆ 1×1 kernel');
    expect(example('laplacian-8')).toMatch(/ ⋆ Laplacian 3×3$/);
    expect(example('gaussian')).toMatch(/ ⋆ Gaussian 5×5$/);
  });

  it('says what a run learns, and how', () => {
    expect(example('learn-sobel')).toBe('Learning: Sobel 3×3 on 16×16 image, Adam 0.05, 300 epochs');
    const painted = { ...learning, painted: filledGrid(6, 7, 0), steps: 1 };
    const shown: ShownDocument = {
      scene: 'learning',
      document: { ...DEFAULT_DOCUMENT, learning: painted },
    };
    expect(documentText(shown)).toBe('Learning: a painted target on 6×8 image, SGD 0.03, 1 epoch');
  });

  it('counts the layers of a stack', () => {
    expect(example('lenet')).toBe('Receptive field: 32×32 image, 7 layers');
    const one = { ...receptive, layers: receptive.layers.slice(1) };
    expect(documentText({ scene: 'receptive', document: { ...DEFAULT_DOCUMENT, receptive: one } })).toBe(
      'Receptive field: 3×3 image, 1 layer',
    );
  });
});

describe('in Chinese', () => {
  beforeAll(async () => {
    await speakLocale('zh-CN');
    await restOfTexts();
    return () => speakLocale('en');
  });

  it('names what was made', () => {
    expect(documentTitle({ scene: 'edges', document: DEFAULT_DOCUMENT })).toBe(
      '6×8 图像 ⋆ [1, −1] · corr2d 互相关实验场',
    );
    expect(inCorrelation({ stride: [2, 2], padding: [1, 1, 1, 1] })).toBe(
      '3×3 图像 ⋆ 2×2 卷积核，步幅 2，填充 1',
    );
    expect(example('laplacian-8')).toMatch(/ ⋆ 拉普拉斯 3×3$/);
    expect(example('learn-sobel')).toBe('学习：16×16 图像，Sobel 3×3，Adam 0.05，300 轮');
    expect(example('lenet')).toBe('感受野：32×32 图像，7 层');
  });
});
