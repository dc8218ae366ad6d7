/** The look of the tool that takes photographs. */
import { css } from 'lit';

export const photographStyle = css`
  :host {
    display: grid;
    gap: var(--space-3);
  }

  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2) var(--space-3);
    padding: var(--space-3);
    border: 1px dashed var(--rule-strong);
    border-radius: var(--radius);
  }

  p {
    margin: 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .fault {
    color: var(--fault);
  }

  .made {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-4);
  }

  .made corr2d-picture-thumbnail {
    flex: none;
    width: min(10rem, 100%);
    height: auto;
    align-self: start;
  }

  .choices {
    display: grid;
    flex: 1 1 10rem;
    align-content: start;
    justify-items: start;
    gap: var(--space-2);
  }

  .choices input {
    width: 100%;
  }
`;
