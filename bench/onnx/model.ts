/** ONNX models (onnx.proto3 of ONNX 1.x, IR version 8, operator set 17) written by hand: a graph of few nodes. */
import { bytes, integer, message, text, type Message } from './protobuf.ts';

const IR_VERSION = 8;
const OPERATOR_SET = 17;
const FLOAT = 1;
const INT64 = 7;
const ATTRIBUTE_INT = 2;
const ATTRIBUTE_INTS = 7;

export interface Node {
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface Value {
  readonly name: string;
  readonly shape: readonly number[];
}

export interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly type: 'float' | 'int64';
  readonly values: readonly number[];
}

export interface Graph {
  readonly nodes: readonly Node[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly constants?: readonly Constant[];
}

/** The bytes of a ModelProto. */
export function encodeModel({ nodes, inputs, outputs, constants = [] }: Graph): Uint8Array<ArrayBuffer> {
  const graph = message(
    7,
    ...nodes.map((node) => message(1, ...encodeNode(node))),
    text(2, 'bench'),
    ...constants.map((constant) => message(5, ...encodeConstant(constant))),
    ...inputs.map((value) => message(11, ...encodeValue(value))),
    ...outputs.map((value) => message(12, ...encodeValue(value))),
  );
  const operatorSet = message(8, text(1, ''), integer(2, OPERATOR_SET));
  return new Uint8Array([...integer(1, IR_VERSION), ...graph, ...operatorSet]);
}

function encodeNode({ type, inputs, outputs, attributes = {} }: Node): Message[] {
  return [
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, type),
    ...Object.entries(attributes).map(([name, value]) => message(5, ...encodeAttribute(name, value))),
  ];
}

function encodeAttribute(name: string, value: number | readonly number[]): Message[] {
  if (typeof value === 'number') return [text(1, name), integer(3, value), integer(20, ATTRIBUTE_INT)];
  return [text(1, name), ...value.map((each) => integer(8, each)), integer(20, ATTRIBUTE_INTS)];
}

function encodeValue({ name, shape }: Value): Message[] {
  const dimensions = shape.map((length) => message(1, integer(1, length)));
  return [text(1, name), message(2, message(1, integer(1, FLOAT), message(2, ...dimensions)))];
}

function encodeConstant({ name, shape, type, values }: Constant): Message[] {
  const data = type === 'float' ? new Float32Array(values) : new BigInt64Array(values.map(BigInt));
  return [
    ...shape.map((length) => integer(1, length)),
    integer(2, type === 'float' ? FLOAT : INT64),
    text(8, name),
    bytes(9, new Uint8Array(data.buffer)),
  ];
}
