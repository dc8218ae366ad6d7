/** How many cells a picture that is made has on a side. */
import { html, type TemplateResult } from 'lit';

export const PICTURE_SIZES = [8, 16, 32, 64] as const;

export function renderPictureSize(
  label: string,
  size: number,
  choose: (size: number) => void,
): TemplateResult {
  return html`<label
    >${label}
    <select
      @change=${({ target }: Event) => {
        if (target instanceof HTMLSelectElement) choose(Number(target.value));
      }}
    >
      ${PICTURE_SIZES.map((each) => html`<option value=${each} ?selected=${each === size}>${each} × ${each}</option>`)}
    </select></label
  >`;
}
