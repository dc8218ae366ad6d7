/** The look of the parts of a picture's tools. */
import { css } from 'lit';

export const pictureToolsStyle = css`
  .size {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--space-3);
  }

  .anchors {
    display: grid;
    grid-template-columns: repeat(3, 1.5rem);
    gap: 0;
    border: 1px solid var(--rule);
    border-radius: var(--radius);
  }

  .anchors input {
    width: 1.5rem;
    height: 1.5rem;
    margin: 0;
    padding: 0.375rem;
    accent-color: var(--kernel-ink);
  }

  label {
    display: inline-grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
`;
