/** The look of the dialog that shares. */
import { css } from 'lit';

export const shareDialogStyle = css`
  dialog {
    --dialog-width: 46rem;
  }

  .what {
    margin-bottom: var(--space-3);
    color: var(--ink-soft);
    overflow-wrap: anywhere;
  }

  .link {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }

  .link input {
    flex: 1 1 14rem;
    min-width: 0;
    min-height: 2.25rem;
    padding: 0 var(--space-2);
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
    background: var(--sunken);
    font: var(--text-s) / 1.4 var(--mono);
    text-overflow: ellipsis;
  }

  /* Its line stays, so that nothing moves when it is told. */
  .told {
    display: flex;
    align-items: center;
    gap: var(--space-1);
    min-height: 1.5em;
    margin: var(--space-2) 0 var(--space-3);
    font-weight: 600;
  }

  .told svg {
    color: var(--target);
  }

  .code {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr);
    align-items: center;
    gap: var(--space-4);
    min-height: 11rem;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  details {
    margin-top: var(--space-4);
    padding-top: var(--space-3);
    border-top: var(--line) solid var(--rule);
  }

  summary {
    min-height: 1.75rem;
    font-weight: 600;
    cursor: pointer;
  }

  corr2d-embed-code {
    margin-top: var(--space-3);
  }

  @media (max-width: 40rem) {
    dialog {
      padding: var(--space-4);
    }
  }

  @media (max-width: 30rem) {
    .link button {
      flex: 1 1 auto;
    }

    .code {
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      min-height: 0;
    }

    .code corr2d-qr-code {
      width: min(100%, 13rem);
    }
  }
`;
