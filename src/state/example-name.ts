/** The names of the examples, for menus; what they are is in `named-example`. */
import { SCENES, type SceneName } from './address.ts';

/** In the order of the menu. */
export const EXAMPLE_NAMES = {
  correlation: ['counting', 'padding', 'stride', 'dilation', 'convolution'],
  edges: ['difference', 'sobel', 'sobel-down', 'laplacian-8', 'sharpen', 'emboss', 'gaussian', 'gabor'],
  learning: ['learning', 'momentum', 'learn-sobel', 'too-fast'],
  receptive: ['receptive-field', 'padded-stack', 'edge-stack', 'dilated-stack', 'lenet', 'deep-stack'],
} as const satisfies Record<SceneName, readonly string[]>;

export type ExampleName = (typeof EXAMPLE_NAMES)[SceneName][number];

/** The scene of an example; null for a name of none. */
export function exampleScene(name: string | undefined): SceneName | null {
  return SCENES.find((scene) => EXAMPLE_NAMES[scene].some((each) => each === name)) ?? null;
}
