/** What the NumPy and the JAX program of a stack have in common: weights, and a line a layer. */
import type { ReceptivePart } from '../stack.ts';
import { floatText, nestedText } from './literal.ts';
import { hasSeed, kernelsText, layerNote, placedLayers, seedText, weightShape } from './stack-layers.ts';
import type { PlacedLayer } from './stack-layers.ts';

/** NumPy's RandomState and PyTorch's generator are both MT19937, seeded alike. */
const WEIGHTS_OF = [
  '# As nn.Conv2d of PyTorch begins with after torch.manual_seed(seed).',
  'def weights_of(seed, *shape):',
  '    bits = np.random.RandomState(seed).randint(0, 2**32, size=shape, dtype=np.uint32)',
  '    bound = 1 / np.sqrt(np.prod(shape[1:]))',
  '    return ((bits & 0xFFFFFF) * 2.0**-23 - 1) * bound',
  '',
  '',
];

export function weightFunction(placed: readonly PlacedLayer[]): readonly string[] {
  return hasSeed(placed) ? WEIGHTS_OF : [];
}

/** From the image to the last maps, which are printed; `arrays` is the package's name. */
export function stackLines(arrays: 'np' | 'jnp', part: ReceptivePart): readonly string[] {
  return [
    `Y = ${arrays}.array([${nestedText(part.image, floatText)}])`,
    ...placedLayers(part).flatMap((placed) => [`# ${layerNote(placed)}`, ...layerLines(arrays, placed)]),
    'print(Y)',
    '',
  ];
}

function layerLines(arrays: 'np' | 'jnp', { layer, input }: PlacedLayer): readonly string[] {
  switch (layer.kind) {
    case 'correlation': {
      const { weights, stride, padding, dilation } = layer;
      const geometry = [stride, padding, dilation].join(', ');
      if (weights.kind === 'torch') {
        const drawn = `weights_of(${seedText(weights.seed)}, ${weightShape(layer, input)})`;
        return [`Y = correlate(Y, ${drawn}, ${geometry})`];
      }
      const kernels = `${arrays}.array(${kernelsText(weights.kernels, floatText)})[:, None]`;
      const all = input[0] > 1 ? `.repeat(${String(input[0])}, axis=1)` : '';
      return [`W = ${kernels}${all}`, `Y = correlate(Y, W, ${geometry})`];
    }
    case 'pooling':
      return [`Y = ${layer.method}_pool(Y, ${String(layer.size)}, ${String(layer.stride)})`];
    case 'activation':
      return { none: [], relu: [`Y = ${arrays}.maximum(Y, 0)`], tanh: [`Y = ${arrays}.tanh(Y)`] }[layer.name];
  }
}

/** Those of `functions`, by the layers they are for, that the stack needs. */
export function neededFunctions(
  placed: readonly PlacedLayer[],
  functions: Readonly<Record<'correlation' | 'max' | 'average', readonly string[]>>,
): readonly string[] {
  const kinds = new Set(placed.map(({ layer }) => (layer.kind === 'pooling' ? layer.method : layer.kind)));
  return (['correlation', 'max', 'average'] as const).flatMap((kind) =>
    kinds.has(kind) ? [...functions[kind], '', ''] : [],
  );
}
