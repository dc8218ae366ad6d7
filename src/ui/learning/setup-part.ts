/** What every part of the set-up is: labelled fields and choices of the learning part, with their faults. */
import { updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { LearningPart } from '../../state/document.ts';
import type { Range } from '../../state/limits.ts';
import '../field/number-field.ts';
import { controlStyle } from '../style/controls.ts';
import { tellEntered, type SetupFieldName } from './setup-events.ts';

export const setupPartStyle = [
  controlStyle,
  css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--space-3);
    }

    .fields {
      display: flex;
      flex-wrap: wrap;
      align-items: flex-end;
      gap: var(--space-3);
    }

    .fields > * {
      min-width: 0;
      max-width: 100%;
    }

    .label {
      display: block;
      margin-bottom: 2px;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }

    h3.label {
      margin: var(--space-2) 0 0;
      font-weight: 600;
    }

    .tick {
      display: inline-flex;
      align-items: center;
      gap: var(--space-2);
      min-height: 2.25rem;
    }

    .hint {
      margin: 0;
      color: var(--ink-soft);
      font-size: var(--text-s);
      text-wrap: pretty;
    }

    .terms {
      margin: 0;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }

    corr2d-number-field[data-wide] {
      --field-width: 5.5rem;
    }

    /* What is chosen is a part of the set-up; a choice without a value is a tool. */
    @media print {
      select {
        display: block;
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        appearance: none;
        opacity: 1;
      }

      div:has(> select > option[value='']:checked) {
        display: none;
      }
    }
  `,
];

export abstract class SetupPartElement extends LitElement {
  @property({ attribute: false }) learning: LearningPart | null = null;
  /** Messages by field name. */
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  protected field(
    name: SetupFieldName,
    label: string,
    value: number,
    range: Range,
    step = 1,
  ): TemplateResult {
    return html`<corr2d-number-field
      data-field=${name}
      ?data-wide=${step !== 1 || range.maximum > 1000}
      .label=${label}
      .value=${value}
      .step=${step}
      .minimum=${range.minimum}
      .maximum=${range.maximum}
      .fault=${this.faults.get(name) ?? ''}
      @field-entered=${(event: CustomEvent<string>) => {
        tellEntered(this, { field: name, text: event.detail });
      }}
    ></corr2d-number-field>`;
  }
}

/** The value of the select that an event comes from. */
export function chosenValue(event: Event): string {
  return event.target instanceof HTMLSelectElement ? event.target.value : '';
}
