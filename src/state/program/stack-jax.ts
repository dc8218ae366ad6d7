/** A stack as a JAX program. */
import type { ReceptivePart } from '../stack.ts';
import { JAX_IMPORTS } from './jax-correlation.ts';
import { hasSeed, placedLayers } from './stack-layers.ts';
import { neededFunctions, stackLines, weightFunction } from './stack-python.ts';

const WINDOWS = "(1, size, size), (1, stride, stride), 'VALID'";

const FUNCTIONS = {
  correlation: [
    'def correlate(X, W, stride, padding, dilation):',
    '    return jax.lax.conv_general_dilated(',
    '        X[None], jnp.asarray(W, X.dtype), (stride, stride), [(padding, padding)] * 2, rhs_dilation=(dilation, dilation)',
    '    )[0]',
  ],
  max: [
    'def max_pool(X, size, stride):',
    `    return jax.lax.reduce_window(X, -jnp.inf, jax.lax.max, ${WINDOWS})`,
  ],
  average: [
    'def average_pool(X, size, stride):',
    `    return jax.lax.reduce_window(X, 0.0, jax.lax.add, ${WINDOWS}) / size**2`,
  ],
};

export function jaxStack(part: ReceptivePart): string {
  const placed = placedLayers(part);
  return [
    ...JAX_IMPORTS,
    ...(hasSeed(placed) ? ['import numpy as np'] : []),
    '',
    '',
    ...weightFunction(placed),
    ...neededFunctions(placed, FUNCTIONS),
    ...stackLines('jnp', part),
  ].join('\n');
}
