/** The look of the tables of scene 4. */
import { css } from 'lit';

export const fieldTableStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  .wide {
    overflow-x: auto;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: var(--space-1) var(--space-2);
    border-bottom: 1px solid var(--rule);
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
  }

  th:first-child,
  td:first-child {
    padding-left: 0;
    text-align: left;
  }

  thead th {
    color: var(--ink-soft);
    vertical-align: bottom;
  }

  .agrees {
    color: var(--target);
  }

  .differs {
    color: var(--fault);
    font-weight: 700;
  }

  .note {
    max-width: 46em;
    margin: var(--space-3) 0 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
    text-wrap: pretty;
  }
`;
