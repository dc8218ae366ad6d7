/** The fields of known networks, as published. */
import { expect, it } from 'vitest';
import { KNOWN_NETWORKS } from '../../../src/math/stack/networks.ts';
import { receptiveFields } from '../../../src/math/stack/receptive-field.ts';
import fixture from '../../fixtures/receptive_field.json';

function fieldsOf(name: string): Map<string, { size: number; jump: number; offset: number }> {
  const network = KNOWN_NETWORKS.find((known) => known.name === name);
  const layers = network?.layers ?? [];
  const fields = receptiveFields(layers);
  return new Map(
    layers.map(({ name: layer }, index) => [layer, fields[index] ?? { size: 0, jump: 0, offset: 0 }]),
  );
}

it.each([
  ['AlexNet (v2)', 'alexnet_v2'],
  ['VGG-16', 'vgg_16'],
])('%s: every row of the published table', (name, published) => {
  const fields = fieldsOf(name);
  const rows = fixture.cases.find((known) => known.name === published)?.expected ?? [];
  expect(rows.length).toBeGreaterThan(5);
  for (const { layer, receptive_field, effective_stride, effective_padding } of rows) {
    expect([layer, fields.get(layer)]).toEqual([
      layer,
      { size: receptive_field, jump: effective_stride, offset: effective_padding },
    ]);
  }
});

it('ResNet-50 with the stride in the last unit of a block: 35, 99, 291, 483 and a padding of 239', () => {
  const fields = fieldsOf('ResNet-50 (v1)');
  const ends = ['block1/unit_3', 'block2/unit_4', 'block3/unit_6', 'block4/unit_3'];
  expect(ends.map((end) => fields.get(end)?.size)).toEqual([35, 99, 291, 483]);
  expect(fields.get('block4/unit_3')).toEqual({ size: 483, jump: 32, offset: 239 });
});

it('ResNet-50 with the stride in the first unit of a block: 35, 91, 267, 427', () => {
  const fields = fieldsOf('ResNet-50 (v1.5)');
  const ends = ['block1/unit_3', 'block2/unit_4', 'block3/unit_6', 'block4/unit_3'];
  expect(ends.map((end) => fields.get(end)?.size)).toEqual([35, 91, 267, 427]);
});

it('LeNet-5: an element of C5 sees its whole image of 32×32 (LeCun et al. 1998)', () => {
  expect([...fieldsOf('LeNet-5').values()].map(({ size }) => size)).toEqual([5, 6, 14, 16, 32]);
});
