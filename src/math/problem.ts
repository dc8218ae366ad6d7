/**
 * Named errors of geometry and shape. A problem is plain data: it crosses a worker unchanged and the page
 * translates it by its code; the English message is for programmers.
 */
export type Axis = 'height' | 'width';
export type Operand = 'image' | 'kernel' | 'upstream' | 'target' | 'out';
export type Dimension = 'batch' | 'channels' | 'height' | 'width';
export type GeometryField =
  | 'stride-y'
  | 'stride-x'
  | 'padding-top'
  | 'padding-left'
  | 'padding-bottom'
  | 'padding-right'
  | 'dilation-y'
  | 'dilation-x'
  | 'groups';

export type GeometryProblem =
  /** A number of the geometry that is not a whole number from `minimum`. */
  | {
      readonly code: 'invalid-number';
      readonly field: GeometryField;
      readonly value: number;
      readonly minimum: number;
    }
  /** The dilated kernel (`window` cells) is larger than the padded image (`available` cells) along an axis. */
  | {
      readonly code: 'window-exceeds-image';
      readonly axis: Axis;
      readonly kernel: number;
      readonly window: number;
      readonly image: number;
      readonly available: number;
    }
  /** Groups must divide the channels of both sides. */
  | {
      readonly code: 'groups-do-not-divide';
      readonly groups: number;
      readonly side: 'in' | 'out';
      readonly channels: number;
    };

export type ShapeProblem =
  | {
      readonly code: 'invalid-dimension';
      readonly operand: Operand;
      readonly dimension: Dimension;
      readonly value: number;
    }
  | {
      readonly code: 'data-length';
      readonly operand: Operand;
      readonly expected: number;
      readonly actual: number;
    }
  /** A dimension that disagrees with what the other operand implies. */
  | {
      readonly code: 'dimension-mismatch';
      readonly operand: Operand;
      readonly dimension: Dimension;
      readonly expected: number;
      readonly actual: number;
    };

/** A geometry that cannot be, or that leaves no output. */
export class GeometryError extends Error {
  override readonly name = 'GeometryError';
  constructor(readonly problem: GeometryProblem) {
    super(describeGeometryProblem(problem));
  }
}

/** Operands that do not fit one another, or data that do not fill their shape. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
  constructor(readonly problem: ShapeProblem) {
    super(describeShapeProblem(problem));
  }
}

function describeGeometryProblem(problem: GeometryProblem): string {
  switch (problem.code) {
    case 'invalid-number':
      return `${problem.field} is ${String(problem.value)}; it must be a whole number from ${String(problem.minimum)}`;
    case 'window-exceeds-image':
      return (
        `kernel ${problem.axis} ${String(problem.kernel)} (dilated ${String(problem.window)}) does not fit ` +
        `image ${problem.axis} ${String(problem.image)} (padded ${String(problem.available)})`
      );
    case 'groups-do-not-divide':
      return `groups ${String(problem.groups)} do not divide the ${String(problem.channels)} ${problem.side} channels`;
  }
}

function describeShapeProblem(problem: ShapeProblem): string {
  switch (problem.code) {
    case 'invalid-dimension':
      return `${problem.operand} ${problem.dimension} is ${String(problem.value)}; it must be a whole number from 1`;
    case 'data-length':
      return `${problem.operand} holds ${String(problem.actual)} values; its shape needs ${String(problem.expected)}`;
    case 'dimension-mismatch':
      return `${problem.operand} ${problem.dimension} is ${String(problem.actual)}; it must be ${String(problem.expected)} here`;
  }
}
