/** The look of the dialog of one's own documents. */
import { css } from 'lit';

export const documentsSheetStyle = css`
  dialog {
    --dialog-width: 42rem;
  }

  .head + .told {
    margin: var(--space-3) 0 0;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin: var(--space-4) 0;
  }

  .hint {
    max-width: 44em;
    margin-top: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    margin-bottom: var(--space-4);
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--kernel);
    background: var(--sunken);
  }

  .told.fault {
    border-left-color: var(--fault);
    background: var(--fault-tint);
  }

  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    border-top: var(--line) solid var(--rule);
  }

  @media (max-width: 40rem) {
    dialog {
      padding: var(--space-4);
    }
  }
`;
