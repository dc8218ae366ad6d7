/**
 * Known networks as lists of layers that widen the field; along both axes alike. ReLU, dropout and 1×1 layers without a
 * stride change nothing and are left away. Padding is that before the first cell.
 */
import type { AxisLayer } from './receptive-field.ts';

export interface NamedLayer extends AxisLayer {
  readonly name: string;
}

export interface KnownNetwork {
  readonly name: string;
  /** Side of the images that it was made for. */
  readonly input: number;
  readonly source: string;
  readonly layers: readonly NamedLayer[];
}

const layer = (name: string, kernel: number, stride = 1, padding = 0): NamedLayer => {
  return { name, kernel, stride, padding, dilation: 1 };
};

/** Convolutions 3×3 of a block of VGG, and the pooling after them. */
function vggBlock(block: number, convolutions: number): NamedLayer[] {
  const name = (index: number) => `conv${String(block)}_${String(index + 1)}`;
  return [
    ...Array.from({ length: convolutions }, (_, index) => layer(name(index), 3, 1, 1)),
    layer(`pool${String(block)}`, 2, 2),
  ];
}

/** Where a block of residual units takes its stride. */
type Strided = 'first' | 'last';

/** The 3×3 layers of a block of residual units, one of which has the stride. */
function residualBlock(block: number, units: number, stride: number, strided: Strided): NamedLayer[] {
  return Array.from({ length: units }, (_, unit) => {
    const takes = unit === (strided === 'first' ? 0 : units - 1);
    return layer(`block${String(block)}/unit_${String(unit + 1)}`, 3, takes ? stride : 1, 1);
  });
}

export const KNOWN_NETWORKS: readonly KnownNetwork[] = [
  {
    name: 'LeNet-5',
    input: 32,
    source: 'LeCun, Bottou, Bengio & Haffner 1998',
    layers: [layer('C1', 5), layer('S2', 2, 2), layer('C3', 5), layer('S4', 2, 2), layer('C5', 5)],
  },
  {
    name: 'AlexNet (v2)',
    input: 224,
    source: 'Araujo, Norris & Sim 2019',
    layers: [
      layer('conv1', 11, 4),
      layer('pool1', 3, 2),
      layer('conv2', 5, 1, 2),
      layer('pool2', 3, 2),
      layer('conv3', 3, 1, 1),
      layer('conv4', 3, 1, 1),
      layer('conv5', 3, 1, 1),
      layer('pool5', 3, 2),
    ],
  },
  {
    name: 'VGG-16',
    input: 224,
    source: 'Araujo, Norris & Sim 2019',
    layers: [2, 2, 3, 3, 3].flatMap((convolutions, block) => vggBlock(block + 1, convolutions)),
  },
  {
    // TF-Slim: the last unit of a block takes the stride, and `SAME` padding puts nothing before the pooling.
    name: 'ResNet-50 (v1)',
    input: 224,
    source: 'Araujo, Norris & Sim 2019',
    layers: [
      layer('conv1', 7, 2, 3),
      layer('pool1', 3, 2),
      ...residualBlock(1, 3, 2, 'last'),
      ...residualBlock(2, 4, 2, 'last'),
      ...residualBlock(3, 6, 2, 'last'),
      ...residualBlock(4, 3, 1, 'last'),
    ],
  },
  {
    // torchvision: the first unit of a block takes the stride, in its 3×3 layer.
    name: 'ResNet-50 (v1.5)',
    input: 224,
    source: 'torchvision',
    layers: [
      layer('conv1', 7, 2, 3),
      layer('maxpool', 3, 2, 1),
      ...residualBlock(1, 3, 1, 'first'),
      ...residualBlock(2, 4, 2, 'first'),
      ...residualBlock(3, 6, 2, 'first'),
      ...residualBlock(4, 3, 2, 'first'),
    ],
  },
];
