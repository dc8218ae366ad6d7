/** The ways in which an operation is computed. */

/**
 * `strips` and `tiles`: the passes in registers, shaders/strip-*.wgsl for one channel a kernel and steps of one,
 * shaders/tile-correlate.wgsl for others; `general`: any geometry, with a test for each access.
 */
export type Path = 'strips' | 'tiles' | 'general';
