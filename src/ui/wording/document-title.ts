/** What was made, in a line: the name of the page's tab, of a link, and of a figure in somebody's page. */
import { msg, str } from '@lit/localize';
import { knownKernel } from '../../math/kernels/known.ts';
import type { CorrelationPart, LearningPart, NumberGrid } from '../../state/document.ts';
import type { ShownDocument } from '../../state/document-file.ts';
import { filterName } from './filter-text.ts';
import { optimizerText } from './optimizer-text.ts';
import { presetName } from './preset-text.ts';
import { sceneTitle } from './scene-text.ts';

/** Such as "6×8 image ⋆ Sobel 3×3, stride 2 · corr2d playground". */
export function documentTitle(shown: ShownDocument): string {
  return `${documentText(shown)} · ${msg('corr2d playground')}`;
}

/** The same without the playground's name. */
export function documentText({ scene, document }: ShownDocument): string {
  const { correlation, edges, learning, receptive } = document;
  switch (scene) {
    case 'correlation':
      return correlationText(correlation);
    case 'edges':
      return `${imageText(edges.image)} ⋆ ${kernelText(edges.kernel)}`;
    case 'learning':
      return inScene('learning', learningText(learning, edges.image));
    case 'receptive':
      return inScene('receptive', stackText(receptive.image, receptive.layers.length));
  }
}

function correlationText(part: CorrelationPart): string {
  // ⋆ is correlation, ∗ convolution.
  const operation = `${imageText(part.image)} ${part.flip ? '∗' : '⋆'} ${kernelText(part.kernel)}`;
  return [operation, ...geometryTexts(part)].join(msg(', '));
}

function geometryTexts({ stride, padding, dilation, flip }: CorrelationPart): readonly string[] {
  const [strides, dilations] = [shortest(stride, '×'), shortest(dilation, '×')];
  const paddings = shortest(padding, ' ');
  const parts: string[] = [];
  if (strides !== '1') parts.push(msg(str`stride ${strides}`));
  if (paddings !== '0') parts.push(msg(str`padding ${paddings}`));
  if (dilations !== '1') parts.push(msg(str`dilation ${dilations}`));
  if (flip) parts.push(msg('true convolution'));
  return parts;
}

function learningText(
  { teacher, painted, filter, optimizer, rate, steps }: LearningPart,
  image: NumberGrid,
): string {
  const guide = filter ? filterName(filter) : kernelText(teacher);
  const goal = painted ? msg('a painted target') : guide;
  const epochs = steps === 1 ? msg('1 epoch') : msg(str`${steps} epochs`);
  return [msg(str`${goal} on ${imageText(image)}`), optimizerText({ optimizer, rate }), epochs].join(
    msg(', '),
  );
}

function stackText(image: NumberGrid, count: number): string {
  return [imageText(image), count === 1 ? msg('1 layer') : msg(str`${count} layers`)].join(msg(', '));
}

function inScene(scene: 'learning' | 'receptive', text: string): string {
  return msg(str`${sceneTitle(scene)}: ${text}`);
}

function imageText(image: NumberGrid): string {
  return msg(str`${sizeText(image)} image`);
}

function kernelText(kernel: NumberGrid): string {
  const size = sizeText(kernel);
  const known = knownKernel(kernel.rows, kernel.columns, kernel.values);
  if (!known) return msg(str`${size} kernel`);
  // These names are the weights.
  if (known === 'difference' || known === 'difference-down') return presetName(known);
  // Without what tells one of the gallery from its neighbour there: "Sobel →", "Laplacian, 4".
  return `${presetName(known).replace(/ [→↓]$|[,（].*$/u, '')} ${size}`;
}

function sizeText({ rows, columns }: NumberGrid): string {
  return `${String(rows)}×${String(columns)}`;
}

/** One number where all are equal. */
function shortest(numbers: readonly number[], between: string): string {
  return new Set(numbers).size === 1 ? String(numbers[0]) : numbers.join(between);
}
