/** The look of the dialog that saves pictures. */
import { css } from 'lit';

export const pictureDialogStyle = css`
  dialog {
    --dialog-width: 44rem;
  }

  dialog[open] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-auto-rows: max-content;
    gap: var(--space-4);
  }

  .preview {
    overflow-x: auto;
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
  }

  img {
    display: block;
    max-width: 100%;
    max-height: min(20rem, 40dvh);
    margin: 0 auto;
  }

  .making {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--space-3);
    color: var(--ink-soft);
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }

  /* As wide as its letters need: what is left over is reached by scrolling. */
  @media (max-width: 30rem) {
    dialog {
      padding: var(--space-4);
    }

    dialog[open] {
      gap: var(--space-3);
    }

    img {
      max-width: none;
      height: min(16rem, 32dvh);
    }
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
