/** The engine layer's front: how to open an engine, the contract's types and the named errors. */
export { measureCallCost, type CallCost } from './call-cost.ts';
export type * from './contract.ts';
export * from './errors.ts';
export { openEngineForPage } from './open-for-page.ts';
export { openEngineInWorker } from './open-in-worker.ts';
export { openEngine } from './open.ts';
export { runStack, type StackStep } from './stack-run.ts';
export type { WorkerRequest } from './remote.ts';
export { GpuOperationError, type GpuOperationProblem } from './gpu/gpu-operation-error.ts';
export { OptimizerError, type OptimizerProblem } from '../math/optimizer-error.ts';
export { GeometryError, ShapeError, type GeometryProblem, type ShapeProblem } from '../math/problem.ts';
