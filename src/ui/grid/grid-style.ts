/** The look of every grid of cells; `--cell` (the side of a cell) comes from the figure around it. */
import { css } from 'lit';

export const gridStyle = css`
  :host {
    display: block;
    max-width: 100%;
  }

  .scroller {
    overflow: auto;
    max-width: 100%;
    padding: 3px;
    margin: -3px;
  }

  .table {
    position: relative;
    width: max-content;
    border: var(--line) solid var(--rule-strong);
    border-radius: 3px;
    font-variant-numeric: tabular-nums lining-nums;
    user-select: none;
    -webkit-user-select: none;
    outline: var(--lit-image, 0) var(--lit-image-line, solid) var(--focus);
  }

  .tone-kernel {
    outline-width: var(--lit-kernel, 0);
  }

  .tone-response {
    outline-width: var(--lit-response, 0);
  }

  .tone-target {
    outline-width: var(--lit-target, 0);
  }

  .tone-gradient {
    outline-width: var(--lit-gradient, 0);
  }

  /* Laid out and painted by itself: a mark or a stroke costs its rows, not thousands of cells. */
  [role='row'] {
    display: grid;
    grid-template-columns: repeat(var(--columns), var(--cell, 2.5rem));
    grid-auto-rows: var(--cell, 2.5rem);
    width: calc(var(--columns) * var(--cell, 2.5rem));
    height: var(--cell, 2.5rem);
    contain: strict;
  }

  /* Under a picture the cells hardly ever change their looks: they are painted together, once. */
  .pictured .rows {
    isolation: isolate;
  }

  .pictured [role='row'] {
    contain: none;
  }

  .cell:is(.window, .feeds, .current, :focus-within) {
    position: relative;
  }

  .cell {
    display: grid;
    place-items: center;
    min-width: 0;
    background: var(--surface);
    box-shadow: inset 0 0 0 0.5px var(--rule);
    font-size: clamp(0.5625rem, calc(var(--cell, 2.5rem) * 1.35 / var(--characters, 3)), 1.0625rem);
    line-height: 1;
    white-space: nowrap;
  }

  /* Thousands of cells are cheap to paint only without layers, clips and opacities of their own. */
  .cell > span {
    visibility: var(--cell-text, visible);
  }

  .found {
    outline: var(--lit-edge, 0) solid var(--focus);
    outline-offset: -3px;
  }

  .dense .cell {
    display: block;
    box-shadow: none;
  }

  .dense .cell > span {
    display: none;
  }

  .cell:focus-visible,
  .cell:has(:focus-visible) {
    outline: var(--ring) solid var(--focus);
    outline-offset: -2px;
    z-index: 3;
  }

  .tone-kernel .cell {
    background: var(--kernel-tint);
  }

  .tone-target .cell {
    background: var(--target-tint);
  }

  .tone-gradient .cell {
    background: var(--gradient-tint);
  }

  .pictured .cell {
    background: none;
  }

  .over.cell.filled {
    position: absolute;
    inset: 0 auto auto 0;
    width: var(--cell, 2.5rem);
    height: var(--cell, 2.5rem);
    transform: translate(calc(var(--x) * var(--cell, 2.5rem)), calc(var(--y) * var(--cell, 2.5rem)));
    pointer-events: none;
  }

  .cell.ring {
    background:
      repeating-linear-gradient(-45deg, transparent 0 3px, var(--sunken) 3px 6px),
      color-mix(in srgb, var(--kernel) var(--lit-padding, 0%), var(--paper));
    color: var(--ink-soft);
  }

  /* A mark is a frame inside the cell, so that it shows on any fill. */
  .cell:is(.window, .feeds, .current)::after {
    content: '';
    position: absolute;
    inset: 0;
    pointer-events: none;
    z-index: 2;
  }

  .cell.window::after {
    border: 0 solid var(--kernel);
    background: color-mix(in srgb, var(--kernel) var(--lit-window, 0%), transparent);
  }

  .cell.edge-top::after {
    border-top-width: 3px;
  }

  .cell.edge-right::after {
    border-right-width: 3px;
  }

  .cell.edge-bottom::after {
    border-bottom-width: 3px;
  }

  .cell.edge-left::after {
    border-left-width: 3px;
  }

  .frame {
    box-sizing: border-box;
    position: absolute;
    inset: 0 auto auto 0;
    width: calc(var(--wide) * var(--cell, 2.5rem));
    height: calc(var(--high) * var(--cell, 2.5rem));
    transform: translate(calc(var(--x) * var(--cell, 2.5rem)), calc(var(--y) * var(--cell, 2.5rem)));
    border: 3px solid var(--kernel);
    pointer-events: none;
    z-index: 2;
  }

  .table:has(> .frame) .cell.window::after {
    border-width: 0;
  }

  @media (prefers-reduced-motion: no-preference) {
    .frame {
      transition: transform 0.16s ease-out;
    }
  }

  .cell.feeds::after {
    inset: 3px;
    border: 2px solid var(--surface);
    border-radius: 2px;
    /* Dashes with paper between them show on any fill. */
    outline: 2px dashed var(--kernel-ink);
    outline-offset: -2px;
  }

  .cell.current::after {
    box-shadow:
      inset 0 0 0 3px var(--kernel),
      inset 0 0 0 4px light-dark(#fff, #000);
  }

  .cell.later > * {
    visibility: hidden;
  }

  .cell.later {
    background: repeating-linear-gradient(-45deg, transparent 0 3px, var(--sunken) 3px 6px) !important;
  }

  .cell.window:not(.ring, .filled) {
    background: var(--kernel-tint);
  }

  .scrubbed {
    touch-action: pan-y pinch-zoom;
  }

  input {
    width: 100%;
    height: 100%;
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    font: inherit;
    text-align: center;
    cursor: cell;
    outline: none;
    user-select: text;
    -webkit-user-select: text;
  }

  .cell.faulty {
    background: var(--fault-tint);
    box-shadow: inset 0 0 0 2px var(--fault);
  }

  .pending {
    opacity: var(--pending, 0.6);
  }

  @media (forced-colors: active) {
    .cell {
      border: 0.5px solid CanvasText;
    }

    /* Their colours are what they say. */
    .cell.filled {
      forced-color-adjust: none;
    }

    .frame,
    .cell.window::after {
      border-color: Highlight;
    }

    .cell.current::after {
      border: 3px solid Highlight;
    }
  }

  @media print {
    .cell {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
