/** A live number as it stands in a sentence. */
import { html, type TemplateResult } from 'lit';
import './live-number.ts';
import type { LiveName } from './live-number.ts';

export interface LiveRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly step?: number;
}

export function live(
  name: LiveName,
  label: string,
  value: number,
  { minimum, maximum, step = 1 }: LiveRange,
): TemplateResult {
  return html`<corr2d-live-number
    .name=${name}
    .label=${label}
    .value=${value}
    .minimum=${minimum}
    .maximum=${maximum}
    .step=${step}
  ></corr2d-live-number>`;
}
