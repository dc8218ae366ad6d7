/** Known networks as stacks: what a stack of eight layers, 16 maps and 64 cells has to cut. */
import { expect, it } from 'vitest';
import { planStack } from '../../src/math/stack/layer.ts';
import { NETWORKS } from '../../src/math/stack/network-names.ts';
import { networkStack } from '../../src/state/network-stack.ts';
import { stackImage } from '../../src/state/stack.ts';

it.each([
  ['lenet', { layers: null, maps: [16, 120], side: null, poolingPadding: false }],
  // 64 → 14 → 6 → 6 → 2 → 2 → 2 → 2, and pool5 is 3 wide.
  ['alexnet', { layers: [7, 8], maps: [16, 384], side: [64, 224], poolingPadding: false }],
  ['vgg', { layers: [8, 18], maps: [16, 256], side: [64, 224], poolingPadding: false }],
  ['resnet', { layers: [8, 18], maps: [16, 128], side: [64, 224], poolingPadding: false }],
  ['resnet-first', { layers: [8, 18], maps: [16, 128], side: [64, 224], poolingPadding: true }],
] as const)('%s', (name, cuts) => {
  expect(networkStack(name).cuts).toEqual(cuts);
});

it.each(NETWORKS)('%s goes through', (name) => {
  const { image, layers } = networkStack(name);
  expect(planStack(stackImage(image), layers).faultAt).toBeNull();
});
