/** What a link or a file may hold in a field. */
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../math/format.ts';
import type { FieldName } from '../../state/input.ts';
import { LIMITS, type Range } from '../../state/limits.ts';

const RANGES: Partial<Record<FieldName, Range>> = {
  'stride-y': LIMITS.stride,
  'stride-x': LIMITS.stride,
  'padding-top': LIMITS.padding,
  'padding-left': LIMITS.padding,
  'padding-bottom': LIMITS.padding,
  'padding-right': LIMITS.padding,
  'dilation-y': LIMITS.dilation,
  'dilation-x': LIMITS.dilation,
  'learner-rows': LIMITS.kernelSide,
  'learner-columns': LIMITS.kernelSide,
  noise: LIMITS.noise,
  'noise-seed': LIMITS.seed,
  'stop-loss': LIMITS.threshold,
  'stop-gradient': LIMITS.threshold,
  rate: LIMITS.rate,
  steps: LIMITS.steps,
  depth: LIMITS.layers,
  'depth-kernel': LIMITS.depthKernel,
  draws: LIMITS.draws,
};

export function allowedText(field: FieldName): string {
  const range = RANGES[field];
  if (range) return rangeText(range);
  const { imageSide, kernelSide, value } = LIMITS;
  const low = formatNumber(value.minimum, 6);
  const high = formatNumber(value.maximum, 6);
  switch (field) {
    case 'image':
      return msg(
        str`An image has at most ${imageSide.maximum} rows and columns, and numbers from ${low} to ${high}.`,
      );
    case 'kernel':
    case 'teacher':
      return msg(
        str`A kernel has at most ${kernelSide.maximum} rows and columns, numbers from ${low} to ${high}, and fits into the image with its padding.`,
      );
    default:
      return msg('What may stand there is described in corr2d.schema.json, which lies beside this page.');
  }
}

function rangeText({ minimum, maximum, whole }: Range): string {
  return whole
    ? msg(str`A whole number from ${minimum} to ${maximum} may stand there.`)
    : msg(str`A number from ${formatNumber(minimum, 6)} to ${formatNumber(maximum, 6)} may stand there.`);
}
