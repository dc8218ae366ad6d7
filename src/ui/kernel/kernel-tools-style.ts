/** The look of the kernel's tools: compact, what is rarely wanted folded away. */
import { css } from 'lit';

export const kernelToolsStyle = css`
  :host {
    display: grid;
    gap: var(--space-3);
    --control-height: 2rem;
    --control-padding: var(--space-2);
  }

  .facts {
    margin: 0;
    color: var(--ink-soft);
    font-variant-numeric: tabular-nums;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  details {
    min-width: 0;
    border-top: 1px solid var(--rule);
    padding-top: var(--space-2);
  }

  summary {
    min-height: 1.75rem;
    cursor: pointer;
  }

  details[open] > summary {
    margin-bottom: var(--space-3);
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
    border: 1px solid var(--rule-strong);
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

  .fault {
    margin: 0;
    color: var(--fault);
    font-size: var(--text-s);
  }
`;
