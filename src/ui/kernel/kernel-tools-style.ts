/** The look of the parts of the kernel's tools. */
import { css } from 'lit';

export const kernelToolsStyle = css`
  .facts,
  .terms {
    margin: 0;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .part {
    display: grid;
    gap: var(--space-2);
    margin-bottom: var(--space-4);
  }

  .part label,
  .about {
    margin: 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  textarea,
  .part input {
    min-width: 0;
    padding: var(--space-1) var(--space-2);
    border: var(--line) solid var(--rule-strong);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: var(--text-s) / 1.5 var(--mono);
  }

  .part input {
    width: 7rem;
    min-height: 2rem;
  }

  textarea {
    width: 100%;
    resize: vertical;
  }

  .seed {
    align-items: flex-end;
  }

  .fault {
    margin: 0;
    color: var(--fault);
    font-size: var(--text-s);
  }
`;
