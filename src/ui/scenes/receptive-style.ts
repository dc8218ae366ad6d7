/** The look of scene 4 beyond what all scenes share. */
import { css } from 'lit';

export const receptiveStyle = css`
  .bar.tools {
    justify-content: space-between;
    gap: var(--space-3);
    margin-bottom: var(--space-4);
  }

  corr2d-paint-tools {
    margin-bottom: var(--space-3);
  }

  .reading {
    min-height: 3.1em;
    margin: var(--space-3) 0;
    max-width: 46em;
    text-wrap: pretty;
  }

  .pin {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    min-height: 2rem;
    margin: 0 0 var(--space-3);
    font-size: var(--text-s);
    --control-height: 2rem;
  }

  @media (max-width: 37.5rem) {
    /* One row to be moved sideways, so that the figure stands on the first screen. */
    .examples {
      flex-wrap: nowrap;
      overflow-x: auto;
      min-width: 0;
      margin-inline: calc(-1 * var(--space-4));
      padding: var(--space-1) var(--space-4);
      scrollbar-width: none;
    }

    .examples > button {
      flex: none;
    }

    .reading {
      position: sticky;
      bottom: 0;
      z-index: 2;
      min-height: 0;
      margin: var(--space-3) calc(-1 * var(--space-4));
      padding: var(--space-2) var(--space-4);
      border-top: var(--line) solid var(--rule);
      background: var(--paper);
      font-size: var(--text-s);
    }
  }

  @media (max-width: 24rem) {
    .lead {
      margin-bottom: var(--space-3);
      font-size: var(--text-m);
      line-height: 1.4;
    }

    .bar.tools {
      gap: var(--space-1);
      margin-bottom: var(--space-2);
      --control-height: 2rem;
      --control-padding: var(--space-2);
      font-size: var(--text-s);
    }

    .bar.tools .bar {
      gap: var(--space-1);
    }
  }

  .wide {
    grid-template-columns: minmax(0, 1fr);
  }

  .columns:not(.wide) {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr));
    grid-template-rows: auto 1fr;
  }

  /* The highest of three: in two columns the others stand beside it, one over the other. */
  .columns:not(.wide) > :first-child {
    grid-row: span 2;
  }

  .whole {
    grid-column: 1 / -1;
  }

  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: var(--space-3);
    margin: var(--space-3) 0;
  }

  .kernel {
    --cell: 3rem;
    margin: var(--space-3) 0;
  }

  .bar.channels {
    margin: var(--space-2) 0;
  }

  .note.first {
    margin: 0 0 var(--space-3);
  }

  .draws {
    margin-top: var(--space-3);
  }

  @media print {
    .bar.tools,
    .editor,
    .draws {
      display: none;
    }
  }

  [slot='image'] {
    --cell: var(--drawn-cell, 1.5rem);
  }

  /* Numbers are typed with a finger, too. */
  [slot='image'].typed {
    --cell: max(var(--drawn-cell, 1.5rem), 2.25rem);
  }
`;
