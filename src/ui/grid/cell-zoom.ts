/**
 * Makes the cells of a figure larger where they are too small to be hit: by buttons, by the wheel with Ctrl, which is also how a
 * browser tells of two fingers that spread on a trackpad, and moved about by the middle button. The figure scrolls then.
 */
import { msg, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyle } from '../style/controls.ts';

declare global {
  interface HTMLElementEventMap {
    'zoom-chosen': CustomEvent<number>;
  }
  interface HTMLElementTagNameMap {
    'corr2d-cell-zoom': CellZoomElement;
  }
}

const STEP = 1.5;
/** Of the natural logarithm of the zoom, for a pixel of the wheel: a notch of 100 is a fifth. */
const PER_PIXEL = 0.002;
const LINE_PIXELS = 16;

/** A place in a grid that stays where it is on the screen, while the cells around it grow. */
interface Anchor {
  readonly table: Element;
  /** Shares of the table's sides. */
  readonly across: number;
  readonly down: number;
  readonly x: number;
  readonly y: number;
}

@customElement('corr2d-cell-zoom')
export class CellZoomElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
        padding-bottom: var(--space-2);
        font-size: var(--text-s);
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }

      output {
        min-width: 3.5em;
        text-align: center;
        font-variant-numeric: tabular-nums;
      }

      .hint {
        color: var(--ink-soft);
      }

      @media not (any-pointer: fine) {
        .hint {
          display: none;
        }
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  /** Times the side that the figure gives its cells. */
  @property({ type: Number }) zoom = 1;
  /** That shows all of the widest grid. */
  @property({ type: Number }) least = 1;
  /** The largest that makes sense. */
  @property({ type: Number }) most = 1;
  private anchor: Anchor | null = null;
  private figure: EventTarget | null = null;

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const root = this.getRootNode();
    // At the element: Chromium asks nobody at a shadow root before it zooms the page.
    this.figure = root instanceof ShadowRoot ? root.host : root;
    this.figure.addEventListener('wheel', this.onWheel, { passive: false });
    this.figure.addEventListener('pointerdown', this.onPointerDown);
    this.figure.addEventListener('mousedown', onMouseDown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.figure?.removeEventListener('wheel', this.onWheel);
    this.figure?.removeEventListener('pointerdown', this.onPointerDown);
    this.figure?.removeEventListener('mousedown', onMouseDown);
  }

  override render(): TemplateResult {
    const button = (text: string, label: string, zoom: number): TemplateResult =>
      html`<button
        type="button"
        class="icon"
        aria-label=${label}
        ?disabled=${this.bounded(zoom) === this.zoom}
        @click=${() => {
          this.choose(zoom, null);
        }}
      >
        ${text}
      </button>`;
    return html`<div role="group" aria-label=${msg('Size of the cells')}>
      ${button('−', msg('Zoom out'), this.zoom / STEP)}
      <output>${Math.round(100 * this.zoom)}%</output>
      ${button('+', msg('Zoom in'), this.zoom * STEP)}
      <button
        type="button"
        ?disabled=${this.zoom === this.least}
        @click=${() => {
          this.choose(this.least, null);
        }}
      >
        ${msg('Fit')}
      </button>
      <span class="hint">${msg('Ctrl and the wheel zoom, the middle button moves.')}</span>
    </div>`;
  }

  /** The figure has laid itself out anew: what was under the pointer goes back there. */
  override updated(changed: PropertyValues<this>): void {
    const { anchor } = this;
    this.anchor = null;
    if (!changed.has('zoom') || !anchor) return;
    // The figure renders this element before its grids.
    requestAnimationFrame(() => {
      const { left, top, width, height } = anchor.table.getBoundingClientRect();
      this.pan(left + anchor.across * width - anchor.x, top + anchor.down * height - anchor.y);
    });
  }

  private bounded(zoom: number): number {
    return Math.min(this.most, Math.max(this.least, zoom));
  }

  private choose(wanted: number, anchor: Anchor | null): void {
    const zoom = this.bounded(wanted);
    if (zoom === this.zoom) return;
    this.anchor = anchor;
    this.dispatchEvent(new CustomEvent('zoom-chosen', { detail: zoom }));
  }

  /** In CSS pixels: across in the figure, down in the page. */
  private pan(across: number, down: number): void {
    const { parentNode } = this;
    if (parentNode instanceof ShadowRoot) parentNode.querySelector('.scrolled')?.scrollBy(across, 0);
    scrollBy(0, down);
  }

  private readonly onWheel = (event: Event): void => {
    if (!(event instanceof WheelEvent) || !(event.ctrlKey || event.metaKey)) return;
    const table = tableOf(event);
    if (!table) return;
    event.preventDefault();
    const { left, top, width, height } = table.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const anchor = { table, x, y, across: (x - left) / width, down: (y - top) / height };
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1);
    this.choose(this.zoom * Math.exp(-PER_PIXEL * pixels), anchor);
  };

  private readonly onPointerDown = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.button !== 1) return;
    const table = tableOf(event);
    if (!table || this.zoom <= 1) return;
    table.setPointerCapture(event.pointerId);
    const move = ({ movementX, movementY }: PointerEvent): void => {
      this.pan(-movementX, -movementY);
    };
    table.addEventListener('pointermove', move);
    table.addEventListener(
      'lostpointercapture',
      () => {
        table.removeEventListener('pointermove', move);
      },
      { once: true },
    );
  };
}

/** Browsers scroll by themselves where the middle button is pressed. */
function onMouseDown(event: Event): void {
  if (event instanceof MouseEvent && event.button === 1 && tableOf(event)) event.preventDefault();
}

/** The cells under the pointer. */
function tableOf(event: Event): HTMLElement | null {
  const inGrid = event.composedPath().find((node) => node instanceof Element && node.matches('[role=grid]'));
  return inGrid instanceof HTMLElement ? inGrid : null;
}
