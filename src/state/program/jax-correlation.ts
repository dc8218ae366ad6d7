/** One correlation as a JAX program. */
import type { CorrelationPart } from '../document.ts';
import { hasPadding, pairText, settings } from './geometry-text.ts';
import { floatText, nestedText } from './literal.ts';

export const JAX_IMPORTS = ['import jax', 'import jax.numpy as jnp'] as const;

export function jaxCorrelation({ image, kernel, stride, padding, dilation, flip }: CorrelationPart): string {
  const [top, left, bottom, right] = padding;
  const pads = hasPadding(padding) ? `(${pairText([top, bottom])}, ${pairText([left, right])})` : "'VALID'";
  const more = settings([['rhs_dilation', dilation]]).map(([name, pair]) => `, ${name}=${pairText(pair)}`);
  return [
    ...JAX_IMPORTS,
    '',
    `X = jnp.array(${nestedText(image, floatText)})`,
    `K = jnp.array(${nestedText(kernel, floatText)})`,
    ...(flip ? ['K = K[::-1, ::-1]  # true convolution: the kernel turned by half a turn'] : []),
    'Y = jax.lax.conv_general_dilated(',
    `    X[None, None], K[None, None], window_strides=${pairText(stride)}, padding=${pads}${more.join('')}`,
    ')[0, 0]',
    'print(Y)',
    '',
  ].join('\n');
}
