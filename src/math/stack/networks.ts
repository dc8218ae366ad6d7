/**
 * Known networks as lists of layers that widen the field; along both axes alike. ReLU, dropout and 1×1 layers without a
 * stride change nothing and are left away. Padding is that before the first cell.
 */
import type { PoolingMethod } from './layer.ts';
import type { NetworkKey } from './network-names.ts';
import type { AxisLayer } from './receptive-field.ts';

export interface NamedLayer extends AxisLayer {
  readonly name: string;
  /** Feature maps of a convolution; null for a pooling. */
  readonly maps: number | null;
}

export interface KnownNetwork {
  readonly key: NetworkKey;
  readonly name: string;
  /** Side of the images that it was made for. */
  readonly input: number;
  readonly pooling: PoolingMethod;
  readonly source: string;
  readonly layers: readonly NamedLayer[];
}

export function knownNetwork(key: NetworkKey): KnownNetwork {
  const [first] = KNOWN_NETWORKS;
  return KNOWN_NETWORKS.find((network) => network.key === key) ?? first;
}

const conv = (name: string, maps: number, kernel: number, stride = 1, padding = 0): NamedLayer => {
  return { name, maps, kernel, stride, padding, dilation: 1 };
};

const pool = (name: string, kernel: number, stride: number, padding = 0): NamedLayer => {
  return { name, maps: null, kernel, stride, padding, dilation: 1 };
};

/** Convolutions 3×3 of a block of VGG, and the pooling after them. */
function vggBlock(block: number, convolutions: number, maps: number): NamedLayer[] {
  const name = (index: number) => `conv${String(block)}_${String(index + 1)}`;
  return [
    ...Array.from({ length: convolutions }, (_, index) => conv(name(index), maps, 3, 1, 1)),
    pool(`pool${String(block)}`, 2, 2),
  ];
}

/** Where a block of residual units takes its stride. */
type Strided = 'first' | 'last';

/** The 3×3 layers of a block of residual units, one of which has the stride; their maps double from block to block. */
function residualBlock(block: number, units: number, stride: number, strided: Strided): NamedLayer[] {
  return Array.from({ length: units }, (_, unit) => {
    const takes = unit === (strided === 'first' ? 0 : units - 1);
    const name = `block${String(block)}/unit_${String(unit + 1)}`;
    return conv(name, 32 * 2 ** block, 3, takes ? stride : 1, 1);
  });
}

export const KNOWN_NETWORKS: readonly [KnownNetwork, ...KnownNetwork[]] = [
  {
    // S2 and S4 sum their windows and scale the sum, which is a mean with a weight.
    key: 'lenet',
    name: 'LeNet-5',
    input: 32,
    pooling: 'average',
    source: 'LeCun, Bottou, Bengio & Haffner 1998',
    layers: [conv('C1', 6, 5), pool('S2', 2, 2), conv('C3', 16, 5), pool('S4', 2, 2), conv('C5', 120, 5)],
  },
  {
    key: 'alexnet',
    name: 'AlexNet (v2)',
    input: 224,
    pooling: 'max',
    source: 'Araujo, Norris & Sim 2019',
    layers: [
      conv('conv1', 64, 11, 4),
      pool('pool1', 3, 2),
      conv('conv2', 192, 5, 1, 2),
      pool('pool2', 3, 2),
      conv('conv3', 384, 3, 1, 1),
      conv('conv4', 384, 3, 1, 1),
      conv('conv5', 256, 3, 1, 1),
      pool('pool5', 3, 2),
    ],
  },
  {
    key: 'vgg',
    name: 'VGG-16',
    input: 224,
    pooling: 'max',
    source: 'Araujo, Norris & Sim 2019',
    layers: [2, 2, 3, 3, 3].flatMap((convolutions, block) =>
      vggBlock(block + 1, convolutions, Math.min(512, 64 * 2 ** block)),
    ),
  },
  {
    // TF-Slim: the last unit of a block takes the stride, and `SAME` padding puts nothing before the pooling.
    key: 'resnet',
    name: 'ResNet-50 (v1)',
    input: 224,
    pooling: 'max',
    source: 'Araujo, Norris & Sim 2019',
    layers: [
      conv('conv1', 64, 7, 2, 3),
      pool('pool1', 3, 2),
      ...residualBlock(1, 3, 2, 'last'),
      ...residualBlock(2, 4, 2, 'last'),
      ...residualBlock(3, 6, 2, 'last'),
      ...residualBlock(4, 3, 1, 'last'),
    ],
  },
  {
    // torchvision: the first unit of a block takes the stride, in its 3×3 layer.
    key: 'resnet-first',
    name: 'ResNet-50 (v1.5)',
    input: 224,
    pooling: 'max',
    source: 'torchvision',
    layers: [
      conv('conv1', 64, 7, 2, 3),
      pool('maxpool', 3, 2, 1),
      ...residualBlock(1, 3, 1, 'first'),
      ...residualBlock(2, 4, 2, 'first'),
      ...residualBlock(3, 6, 2, 'first'),
      ...residualBlock(4, 3, 2, 'first'),
    ],
  },
];
