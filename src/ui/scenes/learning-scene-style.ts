/** The look of scene 3, beside what all scenes share. */
import { css } from 'lit';

export const learningSceneStyle = css`
  .pictures {
    margin-top: var(--space-4);
  }

  .card > button {
    margin-top: var(--space-4);
  }

  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    align-content: start;
    min-width: 0;
  }

  .target-tools {
    margin: 0 0 var(--space-4);
  }

  .program {
    margin-top: var(--space-4);
  }

  .program summary {
    min-height: 1.75rem;
    cursor: pointer;
  }

  .program pre {
    max-height: 22rem;
    margin: var(--space-2) 0 0;
    padding: var(--space-3);
    overflow: auto;
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
    font: var(--text-s) / 1.5 var(--mono, monospace);
  }

  @media print {
    .program pre {
      max-height: none;
      white-space: pre-wrap;
    }
  }
`;
