/** The look of a stack as a figure. */
import { css } from 'lit';

export const stackFigureStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  ol {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-4) var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-width: 0;
    max-width: 100%;
  }

  .level {
    min-width: 0;
    max-width: 100%;
  }

  .arrow {
    flex: none;
    max-width: 6.5rem;
    color: var(--ink-soft);
    font-size: var(--text-s);
    line-height: 1.3;
    text-align: center;
  }

  .arrow span {
    display: block;
    font: 1.375rem / 1 var(--serif);
  }

  .caption {
    margin: 0 0 var(--space-1);
    color: var(--ink-soft);
    font-size: var(--text-s);
    white-space: nowrap;
  }

  .caption b {
    color: var(--ink);
    font-weight: 600;
  }

  .maps {
    display: grid;
    grid-template-columns: repeat(var(--across, 1), max-content);
    gap: var(--space-2);
    max-width: 100%;
    overflow-x: auto;
    padding: 3px;
    margin: -3px;
  }

  .maps[inert] {
    visibility: hidden;
  }

  @media (max-width: 37.5rem) {
    ol {
      flex-direction: column;
      align-items: flex-start;
    }

    li {
      flex-direction: column;
      align-items: flex-start;
      gap: var(--space-2);
    }

    .arrow {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      max-width: none;
    }

    .arrow span {
      rotate: 90deg;
    }
  }
`;
