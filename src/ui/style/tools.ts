/** The look of tools for a grid: compact, what is rarely wanted folded away. */
import { css } from 'lit';

export const toolsStyle = css`
  :host {
    display: grid;
    gap: var(--space-3);
    --control-height: 2rem;
    --control-padding: var(--space-2);
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  details {
    min-width: 0;
    border-top: var(--line) solid var(--rule);
    padding-top: var(--space-2);
  }

  summary {
    min-height: 1.75rem;
    cursor: pointer;
  }

  details[open] > summary {
    margin-bottom: var(--space-3);
  }
`;
