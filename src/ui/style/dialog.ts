/** The look of dialogs; each says how wide it is by `--dialog-width`. */
import { css } from 'lit';

export const dialogStyle = css`
  dialog {
    width: min(var(--dialog-width), calc(100vw - 2rem));
    max-height: calc(100dvh - 2rem);
    padding: var(--space-5);
    border: var(--line) solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
    color: var(--ink);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }

  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-4);
  }

  h2,
  p {
    margin: 0;
  }

  h2 {
    font: 600 var(--text-l) / 1.3 var(--sans);
  }
`;
