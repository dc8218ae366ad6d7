/** The bytes of a small model, held against onnx.proto3 field by field. */
import { expect, test } from 'vitest';
import { encodeModel } from '../../bench/onnx/model.ts';
import { bytes, integer, text } from '../../bench/onnx/protobuf.ts';

// The examples of the protocol buffers encoding guide: field 1 = 150, field 2 = "testing".
test('a number and a text are written as the encoding guide has them', () => {
  expect(integer(1, 150)).toEqual([0x08, 0x96, 0x01]);
  expect(text(2, 'testing')).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
  expect(bytes(2, [])).toEqual([0x12, 0]);
});

test('a graph of one node', () => {
  const model = encodeModel({
    nodes: [{ type: 'Neg', inputs: ['a'], outputs: ['b'] }],
    inputs: [{ name: 'a', shape: [2] }],
    outputs: [{ name: 'b', shape: [2] }],
  });
  const value = (name: string) => [
    ...text(1, name),
    // TypeProto.tensor_type: elem_type FLOAT, shape of one dimension of length 2.
    ...[0x12, 0x0a, 0x0a, 0x08, 0x08, 0x01, 0x12, 0x04, 0x0a, 0x02, 0x08, 0x02],
  ];
  const graph = [
    ...bytes(1, [...text(1, 'a'), ...text(2, 'b'), ...text(4, 'Neg')]),
    ...text(2, 'bench'),
    ...bytes(11, value('a')),
    ...bytes(12, value('b')),
  ];
  expect([...model]).toEqual([0x08, 8, ...bytes(7, graph), ...bytes(8, [0x0a, 0x00, 0x10, 17])]);
});

test('constants carry raw little-endian data', () => {
  const constants = [{ name: 'c', shape: [1], type: 'int64' as const, values: [3] }];
  const model = encodeModel({ nodes: [], inputs: [], outputs: [], constants });
  const tensor = [0x08, 1, 0x10, 7, 0x42, 1, 0x63, 0x4a, 8, 3, 0, 0, 0, 0, 0, 0, 0];
  expect([...model].join()).toContain([0x2a, tensor.length, ...tensor].join());
});
