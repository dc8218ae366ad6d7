/** A stack as a program for MATLAB and Octave without toolboxes. Maps are [height, width, channels]. */
import { dilatedLength } from '../../math/geometry.ts';
import type { CorrelationLayer, ReceptivePart } from '../stack.ts';
import { matlabText } from './literal.ts';
import { layerNote, placedLayers, seedText } from './stack-layers.ts';
import type { PlacedLayer } from './stack-layers.ts';

export function octaveStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  return [
    ...seededLines(placed),
    `Y = ${matlabText(part.image)};`,
    ...placed.flatMap((each) => [`% ${layerNote(each)}`, ...layerLines(each, placed)]),
    'disp(Y)',
    '',
  ].join('\n');
}

const isSeeded = ({ layer }: PlacedLayer): boolean =>
  layer.kind === 'correlation' && layer.weights.kind === 'torch';

/** The weights of all layers that have a seed, in one loop: a script that MATLAB and Octave both read has no functions. */
function seededLines(placed: readonly PlacedLayer[]): readonly string[] {
  const seeded = placed.filter(isSeeded).flatMap(({ layer, input }) => {
    if (layer.kind !== 'correlation' || layer.weights.kind !== 'torch') return [];
    const shape = [layer.kernel[1], layer.kernel[0], input[0], layer.channels];
    return [{ seed: seedText(layer.weights.seed), shape: `[${shape.join(', ')}]` }];
  });
  if (seeded.length === 0) return [];
  return [
    '% As nn.Conv2d of PyTorch begins with after torch.manual_seed(seed): its generator is MT19937.',
    `seeds = [${seeded.map(({ seed }) => seed).join(', ')}];`,
    `shapes = {${seeded.map(({ shape }) => shape).join(', ')}};  % columns, rows, maps in, maps out`,
    ...GENERATOR,
    '',
  ];
}

const GENERATOR = [
  'weights = cell(size(seeds));',
  'for layer = 1:numel(seeds)',
  '    state = zeros(1, 624);',
  '    state(1) = seeds(layer);',
  '    for i = 1:623',
  '        last = bitxor(state(i), floor(state(i) / 2^30));',
  '        high = mod(1812433253 * floor(last / 2^16), 2^16);',
  '        state(i + 1) = mod(high * 2^16 + 1812433253 * mod(last, 2^16) + i, 2^32);',
  '    end',
  '    count = prod(shapes{layer});',
  '    draws = zeros(1, 624 * ceil(count / 624));',
  '    for block = 0:624:count - 1',
  '        for i = 0:623',
  '            both = bitand(state(i + 1), 2^31) + bitand(state(mod(i + 1, 624) + 1), 2^31 - 1);',
  '            next = bitxor(state(mod(i + 397, 624) + 1), floor(both / 2));',
  '            state(i + 1) = bitxor(next, mod(both, 2) * 2567483615);',
  '        end',
  '        bits = bitxor(state, floor(state / 2^11));',
  '        bits = bitxor(bits, bitand(bits * 2^7, 2636928640));',
  '        bits = bitxor(bits, bitand(bits * 2^15, 4022730752));',
  '        draws(block + (1:624)) = mod(bitxor(bits, floor(bits / 2^18)), 2^24);',
  '    end',
  '    bound = 1 / sqrt(prod(shapes{layer}(1:3)));',
  '    values = reshape((draws(1:count) * 2^-23 - 1) * bound, shapes{layer});',
  '    weights{layer} = permute(values, [2, 1, 3, 4]);',
  'end',
];

function layerLines(each: PlacedLayer, all: readonly PlacedLayer[]): readonly string[] {
  const { layer } = each;
  switch (layer.kind) {
    case 'correlation':
      return [weightsLine(each, layer, all), ...paddingLines(each, layer), ...correlationLines(each, layer)];
    case 'pooling':
      return poolingLines(each, layer.method, layer.size, layer.stride);
    case 'activation':
      return { none: [], relu: ['Y = max(Y, 0);'], tanh: ['Y = tanh(Y);'] }[layer.name];
  }
}

/** Typed kernels are the same for every map that comes in. */
function weightsLine(each: PlacedLayer, { weights }: CorrelationLayer, all: readonly PlacedLayer[]): string {
  if (weights.kind === 'torch') {
    return `W = weights{${String(all.filter(isSeeded).indexOf(each) + 1)}};`;
  }
  const kernels = `cat(4, ${weights.kernels.map(matlabText).join(', ')})`;
  return each.input[0] > 1
    ? `W = repmat(${kernels}, [1, 1, ${String(each.input[0])}, 1]);`
    : `W = ${kernels};`;
}

function paddingLines({ input }: PlacedLayer, { padding }: CorrelationLayer): readonly string[] {
  if (padding === 0) return [];
  const [channels, rows, columns] = input;
  const [high, wide] = [rows + 2 * padding, columns + 2 * padding];
  return [
    `padded = zeros(${[high, wide, channels].join(', ')});`,
    `padded(${String(padding)} + (1:${String(rows)}), ${String(padding)} + (1:${String(columns)}), :) = Y;`,
    'Y = padded;',
  ];
}

function correlationLines(
  { input, output }: PlacedLayer,
  { kernel, stride, dilation }: CorrelationLayer,
): readonly string[] {
  const [channels, rows, columns] = output;
  const span = kernel.map((side) => dilatedLength(side, dilation)).join(', ');
  const gaps = `1:${String(dilation)}:end`;
  const steps = `1:${String(stride)}:end`;
  return [
    `Z = zeros(${[rows, columns, channels].join(', ')});`,
    `for o = 1:${String(channels)}`,
    `    for c = 1:${String(input[0])}`,
    ...(dilation === 1
      ? ['        K = W(:, :, c, o);']
      : [`        K = zeros(${span});`, `        K(${gaps}, ${gaps}) = W(:, :, c, o);`]),
    "        part = conv2(Y(:, :, c), rot90(K, 2), 'valid');  % conv2 turns the kernel by half a turn",
    `        Z(:, :, o) = Z(:, :, o) + part${stride === 1 ? '' : `(${steps}, ${steps})`};`,
    '    end',
    'end',
    'Y = Z;',
  ];
}

function poolingLines(
  { output }: PlacedLayer,
  method: 'max' | 'average',
  size: number,
  stride: number,
): readonly string[] {
  const [channels, rows, columns] = output;
  const along = (from: string, length: number): string =>
    `${from} + (1:${String(stride)}:${String((length - 1) * stride + 1)})`;
  const cells = `Y(${along('i', rows)}, ${along('j', columns)}, :)`;
  return [
    `Z = ${method === 'max' ? '-Inf' : 'zeros'}(${[rows, columns, channels].join(', ')});`,
    `for i = 0:${String(size - 1)}`,
    `    for j = 0:${String(size - 1)}`,
    method === 'max' ? `        Z = max(Z, ${cells});` : `        Z = Z + ${cells} / ${String(size * size)};`,
    '    end',
    'end',
    'Y = Z;',
  ];
}
