/** The named error of optimiser settings; its problem is plain data, translated by its code. */

export type OptimizerField =
  'rate' | 'momentum' | 'dampening' | 'weight-decay' | 'beta1' | 'beta2' | 'epsilon';

export type OptimizerProblem =
  /** Must be finite, from `minimum` (included) to below `maximum` (excluded); null = no limit on that side. */
  | {
      readonly code: 'setting-out-of-range';
      readonly field: OptimizerField;
      readonly value: number;
      readonly minimum: number | null;
      readonly maximum: number | null;
    }
  | { readonly code: 'nesterov-needs-momentum'; readonly momentum: number; readonly dampening: number };

/** Settings that `torch.optim` refuses as well (and numbers that are not finite, which it does not check). */
export class OptimizerError extends Error {
  override readonly name = 'OptimizerError';
  constructor(readonly problem: OptimizerProblem) {
    super(describeOptimizerProblem(problem));
  }
}

function describeOptimizerProblem(problem: OptimizerProblem): string {
  if (problem.code === 'nesterov-needs-momentum') {
    return 'Nesterov momentum requires a momentum and zero dampening';
  }
  const { field, value, minimum, maximum } = problem;
  const lower = minimum === null ? '' : ` from ${String(minimum)}`;
  const upper = maximum === null ? '' : ` to below ${String(maximum)}`;
  return `${field} is ${String(value)}; it must be a finite number${lower}${upper}`;
}
