/** Whether every scene of a document has an output. */
import { outputSize } from '../math/geometry.ts';
import {
  guideSize,
  learnerSize,
  type CorrelationPart,
  type GridSize,
  type PlaygroundDocument,
} from './document.ts';

/** Throws GeometryError when the window does not fit the padded image. */
export function requireCorrelationFits(part: CorrelationPart): CorrelationPart {
  const { image, kernel, stride, padding, dilation } = part;
  outputSize([image.rows, image.columns], [kernel.rows, kernel.columns], { stride, padding, dilation });
  return part;
}

/** Throws GeometryError when the kernel is larger than the image. */
export function requireKernelFits(image: GridSize, kernel: GridSize): void {
  outputSize([image.rows, image.columns], [kernel.rows, kernel.columns]);
}

/** Throws GeometryError unless all three scenes have an output. */
export function requireDocumentFits(document: PlaygroundDocument): PlaygroundDocument {
  requireCorrelationFits(document.correlation);
  requireKernelFits(document.edges.image, document.edges.kernel);
  requireKernelFits(document.edges.image, document.learning.teacher);
  requireKernelFits(document.edges.image, guideSize(document.learning));
  requireKernelFits(document.edges.image, learnerSize(document.learning));
  return document;
}
