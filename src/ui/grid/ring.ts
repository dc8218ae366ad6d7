/** Cells of padding around a grid. */
export type Ring = readonly [top: number, left: number, bottom: number, right: number];

export const NO_RING: Ring = [0, 0, 0, 0];
