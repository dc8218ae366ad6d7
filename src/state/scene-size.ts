/** How much each scene asks of the engine. */
import { planCorrelation, type Geometry } from '../math/geometry.ts';
import { multiplyAdds } from '../math/multiply-adds.ts';
import type { Shape4 } from '../math/tensor.ts';
import { planStack, weightCount } from '../math/stack/layer.ts';
import type { SceneName } from './address.ts';
import { learnerSize, type GridSize, type PlaygroundDocument } from './document.ts';
import { stackImage, type ReceptivePart } from './stack.ts';

/** Multiply-adds of the response that the scene shows; in scene 3 that of the kernel which learns, in scene 4 all layers'. */
export function sceneMultiplyAdds(document: PlaygroundDocument, scene: SceneName): number {
  const { correlation, edges, learning } = document;
  switch (scene) {
    case 'correlation': {
      const { stride, padding, dilation } = correlation;
      return correlationOf(correlation.image, correlation.kernel, { stride, padding, dilation });
    }
    case 'edges':
      return correlationOf(edges.image, edges.kernel);
    case 'learning':
      return correlationOf(edges.image, learnerSize(learning));
    case 'receptive':
      return stackMultiplyAdds(document.receptive);
  }
}

function correlationOf(image: GridSize, kernel: GridSize, geometry?: Partial<Geometry>): number {
  const imageShape: Shape4 = [1, 1, image.rows, image.columns];
  return multiplyAdds(planCorrelation(imageShape, [1, 1, kernel.rows, kernel.columns], geometry));
}

function stackMultiplyAdds({ image, layers }: ReceptivePart): number {
  const { shapes } = planStack(stackImage(image), layers);
  return layers.reduce((sum, layer, index) => {
    const [channels = 0] = shapes[index] ?? [];
    const [, rows = 0, columns = 0] = shapes[index + 1] ?? [];
    return sum + weightCount(layer, channels) * rows * columns;
  }, 0);
}
