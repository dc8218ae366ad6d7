/** The look of the bench page beyond what scenes share. */
import { css } from 'lit';

export const benchPageStyle = css`
  main {
    max-width: 64rem;
    margin: 0 auto;
    padding: var(--space-5);
  }

  header {
    justify-content: space-between;
    margin-bottom: var(--space-5);
  }

  a {
    color: inherit;
  }

  progress {
    width: min(100%, 24rem);
    accent-color: var(--kernel-ink);
  }

  corr2d-bench-table {
    margin-top: var(--space-5);
  }

  .copies {
    margin: var(--space-4) 0 var(--space-5);
    align-items: start;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(0, auto) minmax(0, 1fr);
    gap: var(--space-1) var(--space-4);
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  dt {
    color: var(--ink-soft);
  }

  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }

  @media (max-width: 40rem) {
    main {
      padding: var(--space-4);
    }

    dl {
      grid-template-columns: minmax(0, 1fr);
    }

    dd {
      margin-bottom: var(--space-2);
    }
  }
`;
