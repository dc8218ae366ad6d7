/** The look of parts that open when they are asked for. */
import { css } from 'lit';

export const disclosureStyle = css`
  details {
    margin-top: var(--space-3);
    padding-top: var(--space-3);
    border-top: var(--line) solid var(--rule);
  }

  summary {
    min-height: 1.75rem;
    cursor: pointer;
  }

  summary + * {
    margin-top: var(--space-3);
  }

  @media print {
    details:not([open]) {
      display: none;
    }
  }
`;
