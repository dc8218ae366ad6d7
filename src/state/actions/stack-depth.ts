/** The edit behind "deeper for wider" in the lesson: the stack of the figure itself grows. */
import { defineAction } from '../action.ts';
import { requireInRange } from '../input.ts';
import { LIMITS } from '../limits.ts';
import type { DepthView } from '../stack.ts';
import { deepenedLayers, tiledImage, uniformDepth } from '../stack-depth.ts';

/**
 * So many layers of one kernel size. An image that the last element saw exactly goes on being that, and one that becomes
 * too small for the layers grows. Throws InputError for numbers outside their ranges.
 */
export const setStackDepth = defineAction<DepthView>('set-depth', (document, depth) => {
  requireInRange('depth', depth.layers, LIMITS.layers);
  requireInRange('depth-kernel', depth.kernel, LIMITS.depthKernel);
  const { receptive } = document;
  const { image, layers } = receptive;
  const before = uniformDepth(layers);
  const field = fieldOf(depth);
  const isExact = before !== null && [image.rows, image.columns].every((side) => side === fieldOf(before));
  const fits = !isExact && Math.min(image.rows, image.columns) >= field;
  return {
    ...document,
    receptive: {
      ...receptive,
      image: fits ? image : tiledImage(image, field),
      layers: deepenedLayers(layers, depth),
    },
  };
});

/** Side of what the last element sees: each layer adds its kernel less one. */
function fieldOf({ layers, kernel }: DepthView): number {
  return layers * (kernel - 1) + 1;
}
