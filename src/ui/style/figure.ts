/** A figure that reads like an equation: grids with captions, operators between them. */
import { css } from 'lit';

export const figureStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  corr2d-cell-zoom {
    display: block;
    min-height: 2.25rem;
  }

  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-4);
    margin: 0;
  }

  /* The outer grids take a row each; what stands between them shares one. */
  .stacked > .panel:first-child,
  .stacked > .panel:last-child {
    flex: 0 0 100%;
    grid-column: 1 / -1;
  }

  .panel {
    min-width: 0;
    max-width: 100%;
  }

  .caption {
    margin: 0 0 var(--space-2);
    font-size: var(--text-s);
    color: var(--ink-soft);
    /* The grid under it decides how wide a panel is. */
    contain: inline-size;
    overflow-wrap: anywhere;
  }

  /* Narrow grids have long names: into the gap, which is empty beside them. */
  .equation:not(.stacked, .scrolled) > .panel > .caption {
    margin-inline-end: calc(-1 * var(--space-5));
  }

  /* A name may break, a size may not. */
  .caption > :not(b) {
    white-space: nowrap;
  }

  .caption sub,
  .caption sup {
    line-height: 0;
  }

  .caption b {
    color: var(--ink);
    font-weight: 600;
  }

  .operator {
    padding-top: 1.75rem;
    font: 1.75rem / 1 var(--serif);
    color: var(--ink-soft);
    text-align: center;
    min-width: 1.1rem;
  }

  @media (max-width: 37.5rem) {
    .equation {
      gap: var(--space-3) var(--space-2);
    }

    .operator {
      font-size: 1.25rem;
    }
  }

  .stacked > .operator {
    padding: 0;
  }

  .scrolled {
    display: grid;
    grid-template-columns: repeat(4, max-content) 1fr;
    overflow-x: auto;
    padding: 4px;
    margin: -4px;
  }

  .scrolled > .panel {
    min-width: max-content;
    max-width: none;
  }

  /* The name of what is scrolled stays in sight. */
  .scrolled .caption {
    position: sticky;
    left: 0;
    width: max-content;
    contain: none;
  }

  .scrolled > .operator {
    justify-self: start;
  }
`;
