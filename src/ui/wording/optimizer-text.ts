/** A run in a few words: its optimiser and what sets it apart. */
import { msg, str } from '@lit/localize';
import { formatNumber } from '../../math/format.ts';
import type { Rival } from '../../state/document.ts';

/** `SGD 0.03`, `SGD 0.003, momentum 0.9`, `Adam 0.1`. */
export function optimizerText({ optimizer, rate }: Rival): string {
  const parts = [`${optimizer.kind === 'sgd' ? 'SGD' : 'Adam'} ${formatNumber(rate, 6)}`];
  if (optimizer.kind === 'sgd' && optimizer.momentum > 0) {
    const momentum = formatNumber(optimizer.momentum, 4);
    parts.push(optimizer.nesterov ? msg(str`Nesterov ${momentum}`) : msg(str`momentum ${momentum}`));
  }
  if (optimizer.weightDecay > 0) parts.push(msg(str`decay ${formatNumber(optimizer.weightDecay, 4)}`));
  return parts.join(msg(', '));
}
