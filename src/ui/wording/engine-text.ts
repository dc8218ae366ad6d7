/** What computes, why it was picked, and what a call to it costs, in words. */
import { msg, str } from '@lit/localize';
import type { CallCost, EngineInfo } from '../../engine/index.ts';
import type { EngineChoice } from '../../state/engine-host.ts';
import { fallbackText } from './fallback-text.ts';

/** Numbers from here on are read more easily with a word for their size: 1.6 million, 160万. */
const LARGEST_WRITTEN_OUT = 1e6;

export function pickText({ kind, fallback }: EngineInfo, choice: EngineChoice): string {
  if (fallback) return fallbackText(fallback);
  if (kind === 'cpu') return msg('Responses and gradients are computed on the CPU, as chosen.');
  return choice === 'webgpu'
    ? msg('Responses and gradients are computed on the GPU, by WebGPU, as chosen.')
    : msg('There is a hardware graphics adapter, so the GPU computes, by WebGPU.');
}

/** Why a small scene gains nothing from the GPU; `needed` is the multiply-adds of the scene on show. */
export function costText({ callMs, crossover }: CallCost, needed: number, locale: string): string {
  const time = formatRounded(callMs, locale, 2);
  const size = needed < LARGEST_WRITTEN_OUT ? formatWhole(needed, locale) : formatRounded(needed, locale, 3);
  if (crossover === null) {
    return msg(
      str`A call to the GPU takes about ${time} ms before it computes anything, and this adapter computes no faster than the CPU: the CPU is done sooner at any size. This scene needs ${size} multiply-adds.`,
    );
  }
  const limit = formatRounded(crossover, locale, 2);
  return msg(
    str`A call to the GPU takes about ${time} ms before it computes anything. Below about ${limit} multiply-adds the CPU is done sooner; this scene needs ${size}.`,
  );
}

function formatWhole(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value);
}

/** To so many significant digits, as the locale groups and names them. */
function formatRounded(value: number, locale: string, digits: number): string {
  const named = { notation: 'compact', compactDisplay: 'long' } as const;
  const options = { maximumSignificantDigits: digits, ...(value < LARGEST_WRITTEN_OUT ? {} : named) };
  return new Intl.NumberFormat(locale, options).format(value);
}
