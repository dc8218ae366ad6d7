/** What a response says about edges, in one sentence. */
import { msg, str } from '@lit/localize';

export function responseSummary(values: readonly number[]): string {
  const positive = values.filter((value) => value > 0).length;
  const negative = values.filter((value) => value < 0).length;
  if (positive + negative === 0)
    return msg('The response is zero everywhere: this kernel finds nothing here.');
  return msg(
    str`The response is positive in ${positive} cells, negative in ${negative}, zero in the other ${values.length - positive - negative}.`,
  );
}
