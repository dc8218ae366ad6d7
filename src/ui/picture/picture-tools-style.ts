/** The look of the parts of a picture's tools. */
import { css } from 'lit';

export const pictureToolsStyle = css`
  .size {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--space-3);
  }

  .name {
    display: block;
    margin-bottom: 2px;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .anchors {
    display: inline-grid;
    grid-template-columns: repeat(3, 1.75rem);
    border: 1px solid var(--rule);
    border-radius: var(--radius);
  }

  .anchors input {
    width: 1.75rem;
    height: 1.75rem;
    margin: 0;
    accent-color: var(--kernel-ink);
  }

  label {
    display: inline-grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
`;
