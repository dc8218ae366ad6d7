/** The look of the dialog that saves pictures. */
import { css } from 'lit';

export const pictureDialogStyle = css`
  dialog {
    width: min(44rem, calc(100vw - 2rem));
    padding: var(--space-5);
    border: 1px solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--ink);
  }

  dialog[open] {
    display: grid;
    gap: var(--space-4);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font: 600 var(--text-l) / 1.3 var(--sans);
  }

  img {
    justify-self: center;
    max-width: 100%;
    max-height: min(20rem, 40dvh);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
  }

  .size,
  .saved {
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }

  .fault {
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--fault);
    background: var(--fault-tint);
  }

  progress {
    width: 100%;
    height: 0.5rem;
    accent-color: var(--kernel-ink);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
`;
