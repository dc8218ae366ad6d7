/** Sizes, stride, padding and dilation as fields; it tells which field was entered and judges nothing. */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { CorrelationPart } from '../../state/document.ts';
import { LIMITS, type Range } from '../../state/limits.ts';
import '../field/number-field.ts';
import './size-formula.ts';
import type { AxisSize } from './size-formula.ts';

/** Every field of the editor, by the name that the state layer knows it by. */
export type GeometryFieldName =
  | 'image-rows'
  | 'image-columns'
  | 'kernel-rows'
  | 'kernel-columns'
  | 'stride-y'
  | 'stride-x'
  | 'dilation-y'
  | 'dilation-x'
  | 'padding-top'
  | 'padding-bottom'
  | 'padding-left'
  | 'padding-right';

export interface GeometryEntered {
  readonly field: GeometryFieldName;
  readonly text: string;
}

declare global {
  interface HTMLElementEventMap {
    'geometry-entered': CustomEvent<GeometryEntered>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-geometry-editor': GeometryEditorElement;
  }
}

@customElement('corr2d-geometry-editor')
export class GeometryEditorElement extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr));
      gap: var(--space-5) var(--space-5);
    }

    fieldset {
      display: grid;
      grid-template-columns: repeat(2, minmax(7.5rem, max-content));
      align-content: start;
      gap: var(--space-2) var(--space-3);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    legend {
      padding: 0;
      margin-bottom: var(--space-2);
      font-weight: 600;
    }

    corr2d-size-formula {
      grid-column: 1 / -1;
    }
  `;

  @property({ attribute: false }) correlation: CorrelationPart | null = null;
  /** The response's rows and columns. */
  @property({ attribute: false }) output: readonly [number, number] = [1, 1];
  /** Messages by field. */
  @property({ attribute: false }) faults: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { correlation } = this;
    if (!correlation) return html``;
    const { image, kernel, stride, padding, dilation } = correlation;
    return html`
      <fieldset>
        <legend>${msg('Image size')}</legend>
        ${this.field('image-rows', image.rows, LIMITS.imageSide)}
        ${this.field('image-columns', image.columns, LIMITS.imageSide)}
      </fieldset>
      <fieldset>
        <legend>${msg('Kernel size')}</legend>
        ${this.field('kernel-rows', kernel.rows, LIMITS.kernelSide)}
        ${this.field('kernel-columns', kernel.columns, LIMITS.kernelSide)}
      </fieldset>
      <fieldset>
        <legend>${msg('Stride')}</legend>
        ${this.field('stride-y', stride[0], LIMITS.stride)}
        ${this.field('stride-x', stride[1], LIMITS.stride)}
      </fieldset>
      <fieldset>
        <legend>${msg('Padding')}</legend>
        ${this.field('padding-top', padding[0], LIMITS.padding)}
        ${this.field('padding-bottom', padding[2], LIMITS.padding)}
        ${this.field('padding-left', padding[1], LIMITS.padding)}
        ${this.field('padding-right', padding[3], LIMITS.padding)}
      </fieldset>
      <fieldset>
        <legend>${msg('Dilation')}</legend>
        ${this.field('dilation-y', dilation[0], LIMITS.dilation)}
        ${this.field('dilation-x', dilation[1], LIMITS.dilation)}
      </fieldset>
      <fieldset>
        <legend>${msg('Size of the response')}</legend>
        <corr2d-size-formula .axis=${rowsOf(correlation, this.output[0])}></corr2d-size-formula>
        <corr2d-size-formula .axis=${columnsOf(correlation, this.output[1])}></corr2d-size-formula>
      </fieldset>
    `;
  }

  private field(name: GeometryFieldName, value: number, range: Range): TemplateResult {
    return html`<corr2d-number-field
      .label=${shortLabel(name)}
      .value=${value}
      .minimum=${range.minimum}
      .maximum=${range.maximum}
      .fault=${this.faults.get(name) ?? ''}
      @field-entered=${(event: CustomEvent<string>) => {
        this.dispatchEvent(
          new CustomEvent('geometry-entered', { detail: { field: name, text: event.detail } }),
        );
      }}
    ></corr2d-number-field>`;
  }
}

/** Under a legend that names the group; messages use the full name. */
function shortLabel(name: GeometryFieldName): string {
  switch (name) {
    case 'image-rows':
    case 'kernel-rows':
      return msg('rows');
    case 'image-columns':
    case 'kernel-columns':
      return msg('columns');
    case 'stride-y':
    case 'dilation-y':
      return msg('down');
    case 'stride-x':
    case 'dilation-x':
      return msg('to the right');
    case 'padding-top':
      return msg('top');
    case 'padding-bottom':
      return msg('bottom');
    case 'padding-left':
      return msg('left');
    case 'padding-right':
      return msg('right');
  }
}

function rowsOf({ image, kernel, stride, padding, dilation }: CorrelationPart, output: number): AxisSize {
  return {
    symbol: 'h',
    image: image.rows,
    before: padding[0],
    after: padding[2],
    kernel: kernel.rows,
    dilation: dilation[0],
    stride: stride[0],
    output,
  };
}

function columnsOf({ image, kernel, stride, padding, dilation }: CorrelationPart, output: number): AxisSize {
  return {
    symbol: 'w',
    image: image.columns,
    before: padding[1],
    after: padding[3],
    kernel: kernel.columns,
    dilation: dilation[1],
    stride: stride[1],
    output,
  };
}
