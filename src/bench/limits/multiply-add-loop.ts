/** The arithmetic limit of a thread: a WASM loop of nothing but independent f32x4 multiply-adds. */
import { encodeModule, OP } from './wasm-encoder.ts';

/** Multiply-adds of f32x4 in one turn of the loop: 12 chains and two constants fill the registers of x86. */
const CHAINS = 12;
const UNROLL = 4;
/** Floating-point operations of one turn: 4 lanes, a multiply and an add each. */
export const OPERATIONS_A_TURN = CHAINS * UNROLL * 4 * 2;

export type Instruction = 'multiply-and-add' | 'relaxed-multiply-add';

export const INSTRUCTIONS: readonly Instruction[] = ['multiply-and-add', 'relaxed-multiply-add'];

/** `run(turns)`; the chains converge to 1, so that neither infinities nor subnormals slow anything. */
export function makeLoopModule(instruction: Instruction): Uint8Array<ArrayBuffer> {
  const factor = CHAINS + 1;
  const term = CHAINS + 2;
  const chain = (index: number) => index + 1;
  const step = (local: number): number[] =>
    instruction === 'relaxed-multiply-add'
      ? [local, factor, term].flatMap(OP.localGet).concat(OP.relaxedMultiplyAdd, OP.localSet(local))
      : [
          ...[local, factor].flatMap(OP.localGet),
          ...OP.multiply,
          ...OP.localGet(term),
          ...OP.add,
          ...OP.localSet(local),
        ];
  const chains = Array.from({ length: CHAINS }, (_, index) => chain(index));
  const turn = Array.from({ length: UNROLL }, () => chains.flatMap(step)).flat();
  const body = [
    ...chains.flatMap((local) => setVector(local, 0.5 + local / 16)),
    ...setVector(factor, 0.5),
    ...setVector(term, 0.5),
    ...OP.loop,
    ...turn,
    ...OP.localGet(0),
    ...OP.i32Const(1),
    ...OP.i32Sub,
    ...OP.localTee(0),
    ...OP.branchIf(0),
    ...OP.end,
    ...OP.localGet(chain(0)),
    ...chains.slice(1).flatMap((local) => [...OP.localGet(local), ...OP.add]),
    ...OP.extractLane0,
  ];
  return encodeModule(body, CHAINS + 2);
}

function setVector(local: number, value: number): number[] {
  return [...OP.f32Const(value), ...OP.splat, ...OP.localSet(local)];
}

const TRIES = 5;

/** Operations a second, the best of five tries; null where the browser does not know the instruction. */
export function measureMultiplyAdds(instruction: Instruction, tryTime = 20): number | null {
  const bytes = makeLoopModule(instruction);
  if (!WebAssembly.validate(bytes)) return null;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
  const run = exports.run as (turns: number) => number;
  const turns = findTurns(run, tryTime);
  const times = Array.from({ length: TRIES }, () => timeOf(run, turns));
  return (turns * OPERATIONS_A_TURN * 1000) / Math.min(...times);
}

/** Turns that take `tryTime` milliseconds: the clock of a page may tick only ten times a millisecond. */
function findTurns(run: (turns: number) => number, tryTime: number): number {
  for (let turns = 1 << 12; ; turns *= 2) {
    if (timeOf(run, turns) >= tryTime || turns === 2 ** 30) return turns;
  }
}

function timeOf(run: (turns: number) => number, turns: number): number {
  const start = performance.now();
  run(turns);
  return performance.now() - start;
}
