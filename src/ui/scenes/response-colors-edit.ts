/** The colours of the response, as the scenes that show one let people choose them. */
import { html, nothing, type TemplateResult } from 'lit';
import { highRange, lowRange, setScaleColors, setScaleRange } from '../../state/actions/view.ts';
import { parseField } from '../../state/input.ts';
import type { Store } from '../../state/store.ts';
import '../response/response-colors.ts';
import type { RangeEntered } from '../response/response-colors.ts';
import type { Faults } from './faults.ts';

const GROUP = 'scale';

/** `values` are those of the response that is shown; `beside` stands at the end of the row. */
export function renderResponseColors(
  store: Store,
  faults: Faults,
  values: ArrayLike<number>,
  beside: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<corr2d-response-colors
    .view=${store.$document.get().view}
    .values=${values}
    .faults=${faults.texts(GROUP)}
    @colors-chosen=${({ detail }: HTMLElementEventMap['colors-chosen']) => {
      faults.attempt(GROUP, () => store.apply(setScaleColors, detail));
    }}
    @range-chosen=${({ detail }: HTMLElementEventMap['range-chosen']) => {
      faults.clearGroup(GROUP);
      faults.attempt(GROUP, () => store.apply(setScaleRange, detail));
    }}
    @range-entered=${({ detail }: HTMLElementEventMap['range-entered']) => {
      enterEnd(store, faults, detail);
    }}
    >${beside}</corr2d-response-colors
  >`;
}

function enterEnd(store: Store, faults: Faults, { end, text }: RangeEntered): void {
  const { range } = store.$document.get().view;
  if (range.kind !== 'fixed') return;
  const limits = end === 'low' ? lowRange(range.high) : highRange(range.low);
  faults.attempt(`${GROUP}:${end}`, () => {
    const value = parseField(`scale-${end}`, text, limits);
    return store.apply(setScaleRange, { ...range, [end]: value });
  });
}
