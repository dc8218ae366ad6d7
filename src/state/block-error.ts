/** Why a text is no block of numbers. */

export interface BlockProblem {
  readonly code:
    | 'block-empty'
    | 'block-ragged'
    | 'block-not-a-number'
    | 'block-too-large'
    | 'block-too-long'
    | 'block-past-edge';
  /** Where in the text, counted from 1; of a block that is too large, the first number that has no place. */
  readonly row: number;
  readonly column: number;
  /** What stands there; for a ragged row how many numbers it has; for a block past an edge its size. */
  readonly text: string;
  /** How many numbers the first row has; for a block that is too large the most rows and columns, too long, characters. */
  readonly expected: number;
}

/** Text that is no block of numbers. */
export class BlockError extends Error {
  override readonly name = 'BlockError';
  constructor(readonly problem: BlockProblem) {
    super(`${problem.code} at row ${String(problem.row)}, column ${String(problem.column)}`);
  }
}
