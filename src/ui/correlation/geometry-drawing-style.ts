/** The look of the drawn geometry: the colours of the figure. */
import { css } from 'lit';

export const geometryDrawingStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  svg {
    display: block;
    max-width: 100%;
    height: auto;
    overflow: visible;
    user-select: none;
    -webkit-user-select: none;
  }

  .ring {
    fill: var(--sunken);
    stroke: var(--rule-strong);
    stroke-dasharray: 3 3;
  }

  .image {
    fill: var(--surface);
    stroke: var(--rule-strong);
  }

  .lines {
    stroke: var(--rule);
    stroke-width: 1;
    fill: none;
  }

  .tap {
    fill: var(--kernel-tint);
    stroke: var(--kernel);
  }

  .window {
    fill: none;
    stroke: var(--kernel);
    stroke-width: 3;
  }

  .next {
    fill: none;
    stroke: var(--kernel-ink);
    stroke-width: 1.5;
    stroke-dasharray: 5 4;
  }

  .handle {
    cursor: ew-resize;
    outline: none;
  }

  .handle.y {
    cursor: ns-resize;
  }

  .handle .hit {
    fill: transparent;
  }

  .handle .knob {
    fill: var(--paper);
    stroke: var(--ink);
    stroke-width: 1.5;
  }

  .handle.window-handle .knob {
    fill: var(--kernel);
    stroke: var(--kernel-ink);
  }

  .handle:hover .knob,
  .handle.dragged .knob {
    stroke-width: 3;
  }

  .handle:focus-visible .knob {
    stroke: var(--focus);
    stroke-width: 4;
  }
`;
