/** A stack as a TensorFlow.js program. Its maps are [batch, height, width, channels], its weights [height, width, in, out]. */
import type { CorrelationLayer, ReceptivePart } from '../stack.ts';
import { cellText } from './literal.ts';
import { hasSeed, kernelsText, layerNote, placedLayers, seedText, weightShape } from './stack-layers.ts';
import type { PlacedLayer } from './stack-layers.ts';
import { imageText, TENSORFLOW_IMPORT } from './tensorflow-correlation.ts';

const WEIGHTS_OF = `
// As nn.Conv2d of PyTorch begins with after torch.manual_seed(seed): its generator is MT19937.
function weightsOf(seed, out, channels, rows, columns) {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) {
    state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  }
  let at = 624;
  const draw = () => {
    if (at === 624) {
      for (let i = 0; i < 624; i++) {
        const both = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
        state[i] = state[(i + 397) % 624] ^ (both >>> 1) ^ (both & 1 ? 0x9908b0df : 0);
      }
      at = 0;
    }
    let bits = state[at++];
    bits ^= bits >>> 11;
    bits ^= (bits << 7) & 0x9d2c5680;
    bits ^= (bits << 15) & 0xefc60000;
    bits ^= bits >>> 18;
    return bits & 0xffffff;
  };
  const bound = 1 / Math.sqrt(channels * rows * columns);
  const count = out * channels * rows * columns;
  const values = Float32Array.from({ length: count }, () => (draw() * 2 ** -23 - 1) * bound);
  return tf.tensor(values, [out, channels, rows, columns]).transpose([2, 3, 1, 0]);
}
`;

export function tensorflowStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  return [
    TENSORFLOW_IMPORT,
    ...(hasSeed(placed) ? [WEIGHTS_OF] : ['']),
    `let Y = ${imageText(part.image)};`,
    ...placed.flatMap((each) => [`// ${layerNote(each)}`, ...layerLines(each)]),
    'Y = Y.squeeze([0]).transpose([2, 0, 1]);',
    'Y.print();',
    '',
  ].join('\n');
}

function layerLines(placed: PlacedLayer): readonly string[] {
  const { layer } = placed;
  switch (layer.kind) {
    case 'correlation':
      return correlationLines(placed, layer);
    case 'pooling': {
      const pool = layer.method === 'max' ? 'tf.maxPool' : 'tf.avgPool';
      return [`Y = ${pool}(Y, ${String(layer.size)}, ${String(layer.stride)}, 'valid');`];
    }
    case 'activation':
      return layer.name === 'none' ? [] : [`Y = Y.${layer.name}();`];
  }
}

function correlationLines({ input, output }: PlacedLayer, layer: CorrelationLayer): readonly string[] {
  const { padding, stride, dilation } = layer;
  const pads = `[${String(padding)}, ${String(padding)}]`;
  const weights = weightsText(layer, input);
  return [
    ...(padding > 0 ? [`Y = Y.pad([[0, 0], ${pads}, ${pads}, [0, 0]]);`] : []),
    // It has no stride and dilation at once: then every place is computed, and those of the stride are taken.
    ...(dilation === 1
      ? [`Y = tf.conv2d(Y, ${weights}, ${String(stride)}, 'valid');`]
      : [
          `Y = tf.conv2d(Y, ${weights}, 1, 'valid', 'NHWC', ${String(dilation)});`,
          ...(stride === 1 ? [] : [strideLine(output, stride)]),
        ]),
  ];
}

function strideLine([channels, rows, columns]: PlacedLayer['output'], stride: number): string {
  const [lastRow, lastColumn] = [(rows - 1) * stride + 1, (columns - 1) * stride + 1];
  const end = [1, lastRow, lastColumn, channels].join(', ');
  return `Y = Y.stridedSlice([0, 0, 0, 0], [${end}], [1, ${String(stride)}, ${String(stride)}, 1]);`;
}

/** Typed kernels are the same for every map that comes in. */
function weightsText(layer: CorrelationLayer, input: PlacedLayer['input']): string {
  const { weights } = layer;
  if (weights.kind === 'torch') return `weightsOf(${seedText(weights.seed)}, ${weightShape(layer, input)})`;
  const kernels = `tf.tensor(${kernelsText(weights.kernels, cellText)})`;
  return `${kernels}.transpose([1, 2, 0]).expandDims(2).tile([1, 1, ${String(input[0])}, 1])`;
}
