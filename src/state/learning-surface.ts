/** The loss surface as it is drawn: a square around the optimum, its contours, and the way of a run on it. */
import { contourLines, type ContourLine } from '../math/contours.ts';
import type { Analysis } from './learning-analysis.ts';
import type { TracePoint } from './learning-run.ts';
import {
  lossOnPlane,
  planeOf,
  project,
  type Plane,
  type PlaneChoice,
  type PlanePoint,
} from './learning-plane.ts';

export interface Contour {
  readonly loss: number;
  readonly lines: readonly ContourLine[];
}

/** In units of the weights. */
export interface View {
  readonly centre: PlanePoint;
  /** Half a side. */
  readonly radius: number;
}

/** What stays while a run goes on, unless it leaves the view. */
export interface Surface {
  readonly plane: Plane;
  readonly view: View;
  readonly contours: readonly Contour[];
}

const SAMPLES = 61;
const CONTOURS = 11;
const MARGIN = 1.25;
const SMALLEST_RADIUS = 1e-3;

/** The view holds start and optimum with some margin, doubled until it holds the whole way. */
export function viewOf(plane: Plane, way: readonly PlanePoint[]): View {
  const reach = ([x, y]: PlanePoint): number =>
    Math.max(Math.abs(x - plane.optimum[0]), Math.abs(y - plane.optimum[1]));
  const start = way[0] ? reach(way[0]) : 0;
  const farthest = way.reduce((most, point) => Math.max(most, reach(point)), 0);
  let radius = Math.max(SMALLEST_RADIUS, start * MARGIN) || 1;
  if (start === 0 && farthest === 0) radius = 1;
  while (radius < farthest) radius *= 2;
  return { centre: plane.optimum, radius };
}

export function surfaceOf(analysis: Analysis, choice: PlaneChoice, view: View): Surface | null {
  const plane = planeOf(analysis, choice);
  return plane && { plane, view, contours: contoursOf(analysis, plane, view) };
}

/** The way of a run, projected on the plane. */
export function wayOn(plane: Plane, trace: readonly TracePoint[]): readonly PlanePoint[] {
  return trace.map(({ weights }) => project(plane, weights));
}

/** Each contour has half the excess loss of the one outside it. */
function contoursOf(analysis: Analysis, plane: Plane, view: View): readonly Contour[] {
  const lossOf = lossOnPlane(analysis, plane);
  const at = (index: number): number => ((2 * index) / (SAMPLES - 1) - 1) * view.radius;
  const pointOf = (x: number, y: number): PlanePoint => [view.centre[0] + at(x), view.centre[1] + at(y)];
  const heights = Array.from({ length: SAMPLES * SAMPLES }, (_, i) =>
    lossOf(pointOf(i % SAMPLES, Math.floor(i / SAMPLES))),
  );
  const least = lossOf(plane.optimum);
  const excess = Math.max(...heights) - least;
  if (excess <= 0) return [];
  return Array.from({ length: CONTOURS }, (_, i) => {
    const loss = least + excess / 2 ** (i + 1);
    const lines = contourLines({ rows: SAMPLES, columns: SAMPLES, heights }, loss);
    return { loss, lines: lines.map((line) => line.map(([x, y]) => pointOf(x, y))) };
  });
}
