/**
 * The geometry drawn: padding as a ring around the image, stride as steps of the window, dilation as gaps between its
 * taps. Every handle is a slider, for pointer and keyboard.
 */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, html, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CorrelationPart } from '../../state/document.ts';
import { geometryDrawingStyle } from './geometry-drawing-style.ts';
import type { GeometryEntered } from './geometry-editor.ts';
import { layOutGeometry, type GeometryLayout, type Handle, type Rectangle } from './geometry-layout.ts';
import { fieldName } from '../wording/field-text.ts';

declare global {
  interface HTMLElementEventMap {
    /** A handle was dragged or moved by key to another value. */
    'geometry-dragged': CustomEvent<GeometryEntered>;
    /** The drag is over. */
    'geometry-settled': CustomEvent<null>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-geometry-drawing': GeometryDrawingElement;
  }
}

/** Sides in CSS pixels, where the page is wide enough: of a cell, and of the drawing that cells shrink to. */
const LARGEST_CELL = 56;
const SMALLEST_CELL = 18;
const WANTED_SIDE = 380;
/** Around it all, for the handles of the padding. */
const MARGIN = 26;
/** From an edge of the padded image to the middle of its handle. */
const OUTSIDE = 12;

/** `touch-action` does not reach the parts of a drawing. */
const KEEP_FROM_SCROLLING = {
  passive: false,
  handleEvent: (event: Event) => {
    event.preventDefault();
  },
};

interface Drag {
  readonly pointer: number;
  readonly handle: Handle;
  /** Pointer position where the drag began, and CSS pixels of a cell. */
  readonly from: number;
  readonly pixels: number;
}

@customElement('corr2d-geometry-drawing')
export class GeometryDrawingElement extends LitElement {
  static override styles = geometryDrawingStyle;

  @property({ attribute: false }) correlation: CorrelationPart | null = null;
  /** The response's rows and columns. */
  @property({ attribute: false }) output: readonly [number, number] = [1, 1];

  @state() private drag: Drag | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const { correlation } = this;
    if (!correlation) return html``;
    const layout = layOutGeometry(correlation, this.output);
    const { top, left, height, width } = extentOf(layout);
    const cell = Math.round(
      Math.min(LARGEST_CELL, Math.max(SMALLEST_CELL, WANTED_SIDE / Math.max(height, width))),
    );
    const box = [
      left * cell - MARGIN,
      top * cell - MARGIN,
      width * cell + 2 * MARGIN,
      height * cell + 2 * MARGIN,
    ];
    return html`<svg
      viewBox=${box.join(' ')}
      width=${box[2] ?? 0}
      role="group"
      aria-label=${msg('Geometry: drag the handles, or move them with the arrow keys')}
    >
      ${rectangle(layout.padded, 'ring', cell)} ${rectangle(layout.image, 'image', cell)}
      ${gridLines(layout.padded, cell)}
      ${layout.taps.map(([y, x]) => rectangle({ top: y, left: x, height: 1, width: 1 }, 'tap', cell))}
      ${layout.below ? rectangle(layout.below, 'next', cell) : nothing}
      ${layout.beside ? rectangle(layout.beside, 'next', cell) : nothing}
      ${rectangle(layout.first, 'window', cell)}
      ${layout.handles.map((handle) => this.renderHandle(handle, cell))}
    </svg>`;
  }

  private renderHandle(handle: Handle, cell: number): TemplateResult {
    const { field, axis, value, range } = handle;
    const label = fieldName(field);
    const kind = field.startsWith('padding') ? 'padding-handle' : 'window-handle';
    const dragged = this.drag?.handle.field === field ? 'dragged' : '';
    return svg`<g
      class="handle ${axis} ${kind} ${dragged}"
      role="slider"
      tabindex="0"
      data-field=${field}
      aria-label=${label}
      aria-orientation=${axis === 'y' ? 'vertical' : 'horizontal'}
      aria-valuemin=${range.minimum}
      aria-valuemax=${range.maximum}
      aria-valuenow=${value}
      transform="translate(${handle.x * cell + outside(handle, 'x')} ${handle.y * cell + outside(handle, 'y')})"
      @touchstart=${KEEP_FROM_SCROLLING}
      @pointerdown=${(event: PointerEvent) => {
        this.begin(event, handle, cell);
      }}
      @pointermove=${this.move}
      @pointerup=${this.end}
      @pointercancel=${this.end}
      @keydown=${(event: KeyboardEvent) => {
        this.onKey(event, handle);
      }}
    >
      <title>${msg(str`${label}: ${value}`)}</title>
      <circle class="hit" r="13" />
      ${knob(handle)}
    </g>`;
  }

  private begin(event: PointerEvent, handle: Handle, cell: number): void {
    const { currentTarget } = event;
    if (!(currentTarget instanceof SVGGraphicsElement) || event.button !== 0 || this.drag) return;
    const pixels = cell * (currentTarget.getScreenCTM()?.a ?? 1);
    currentTarget.setPointerCapture(event.pointerId);
    const from = handle.axis === 'y' ? event.clientY : event.clientX;
    this.drag = { pointer: event.pointerId, handle, from, pixels };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    if (drag?.pointer !== event.pointerId) return;
    const { handle, from, pixels } = drag;
    const at = handle.axis === 'y' ? event.clientY : event.clientX;
    this.tellValue(handle, handle.value + Math.round((handle.sign * (at - from)) / (pixels * handle.cells)));
  }

  private end(event: PointerEvent): void {
    if (this.drag?.pointer !== event.pointerId) return;
    if (event.type === 'pointerup') this.move(event);
    this.drag = null;
    this.dispatchEvent(new CustomEvent('geometry-settled', { detail: null }));
  }

  private onKey(event: KeyboardEvent, handle: Handle): void {
    const target = keyTarget(event.key, handle);
    if (target === null) return;
    event.preventDefault();
    this.tellValue(handle, target);
    this.dispatchEvent(new CustomEvent('geometry-settled', { detail: null }));
  }

  private tellValue({ field, range }: Handle, wanted: number): void {
    const value = Math.max(range.minimum, Math.min(range.maximum, wanted));
    const detail: GeometryEntered = { field, text: String(value) };
    this.dispatchEvent(new CustomEvent('geometry-dragged', { detail }));
  }
}

/** Arrows move the handle as it lies on the page; Home and End go to the ends of its range. */
function keyTarget(key: string, { axis, sign, value, range }: Handle): number | null {
  const forward = axis === 'y' ? 'ArrowDown' : 'ArrowRight';
  const back = axis === 'y' ? 'ArrowUp' : 'ArrowLeft';
  if (key === forward) return value + sign;
  if (key === back) return value - sign;
  if (key === 'Home') return range.minimum;
  return key === 'End' ? range.maximum : null;
}

/** All that is drawn. */
function extentOf({ padded, first, below, beside }: GeometryLayout): Rectangle {
  const boxes = [padded, first, below, beside].filter((box) => box !== null);
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  return { top: padded.top, left: padded.left, height: bottom - padded.top, width: right - padded.left };
}

/** The handles of the padding stand outside, where the first windows never are. */
function outside({ field, axis, sign }: Handle, along: 'y' | 'x'): number {
  return field.startsWith('padding') && axis === along ? sign * OUTSIDE : 0;
}

function rectangle({ top, left, height, width }: Rectangle, name: string, cell: number): TemplateResult {
  return svg`<rect
    class=${name}
    x=${left * cell}
    y=${top * cell}
    width=${width * cell}
    height=${height * cell}
  />`;
}

function gridLines({ top, left, height, width }: Rectangle, cell: number): TemplateResult {
  const rows = Array.from({ length: Math.max(0, height - 1) }, (_, i) => {
    return `M${String(left * cell)} ${String((top + i + 1) * cell)}h${String(width * cell)}`;
  });
  const columns = Array.from({ length: Math.max(0, width - 1) }, (_, i) => {
    return `M${String((left + i + 1) * cell)} ${String(top * cell)}v${String(height * cell)}`;
  });
  return svg`<path class="lines" d=${[...rows, ...columns].join('')} />`;
}

/** Padding is pulled by a bar, stride by an arrow, dilation by a square. */
function knob({ field, axis, sign }: Handle): TemplateResult {
  if (field.startsWith('padding')) {
    return axis === 'y'
      ? svg`<rect class="knob" x="-10" y="-3" width="20" height="6" rx="3" />`
      : svg`<rect class="knob" x="-3" y="-10" width="6" height="20" rx="3" />`;
  }
  if (field.startsWith('dilation')) {
    return svg`<rect class="knob" x="-5" y="-5" width="10" height="10" rx="1.5" />`;
  }
  const arrow = axis === 'y' ? 'M-6 -4h12l-6 9z' : 'M-4 -6v12l9 -6z';
  return svg`<path class="knob" d=${sign > 0 ? arrow : ''} />`;
}
