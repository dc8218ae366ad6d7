/** The look of the tables of scene 4. */
import { css } from 'lit';

export const fieldTableStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  /* A shadow at the edge that hides something, drawn by backgrounds that scroll and that do not. */
  .wide {
    overflow-x: auto;
    background:
      linear-gradient(to left, var(--surface) 30%, transparent) right / 2.5rem 100% no-repeat local,
      linear-gradient(to left, color-mix(in srgb, var(--ink) 28%, transparent), transparent) right / 0.9rem
        100% no-repeat scroll;
  }

  .gaps {
    color: var(--ink-soft);
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
    border-bottom: var(--line) solid var(--rule);
    text-align: right;
    font-weight: 400;
    white-space: nowrap;
  }

  /* The names of the layers stay while the rest is scrolled sideways. */
  th:first-child,
  td:first-child {
    position: sticky;
    left: 0;
    padding-left: 0;
    background: var(--surface);
    text-align: left;
  }

  @media print {
    .wide {
      overflow: visible;
    }

    th:first-child,
    td:first-child {
      position: static;
    }

    th,
    td {
      white-space: normal;
    }
  }

  @media (max-width: 37.5rem) {
    th:first-child {
      min-width: 4.5rem;
      max-width: 7.5rem;
      white-space: normal;
    }
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

  .terms {
    margin: var(--space-2) 0 0;
    font-size: var(--text-s);
  }

  .note {
    max-width: 46em;
    margin: var(--space-3) 0 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
    text-wrap: pretty;
  }
`;
