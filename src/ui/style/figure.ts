/** A figure that reads like an equation: grids with captions, operators between them. */
import { css } from 'lit';

export const figureStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  .equation {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-3) var(--space-4);
    margin: 0;
  }

  .equation.stacked {
    flex-direction: column;
    align-items: flex-start;
  }

  .panel {
    min-width: 0;
    max-width: 100%;
  }

  .caption {
    margin: 0 0 var(--space-2);
    font-size: var(--text-s);
    color: var(--ink-soft);
    white-space: nowrap;
  }

  .caption b {
    color: var(--ink);
    font-weight: 600;
  }

  .operator {
    padding-top: 1.75rem;
    font: 1.5rem / 1 var(--serif);
    color: var(--ink-soft);
  }

  .stacked > .operator {
    padding: 0;
  }
`;
