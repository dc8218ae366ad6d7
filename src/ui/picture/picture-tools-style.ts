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
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
  }

  .anchors input {
    width: 1.75rem;
    height: 1.75rem;
    margin: 0;
    appearance: none;
    border-radius: var(--radius);
    background: radial-gradient(circle, var(--rule-strong) 3px, transparent 4px);
    cursor: pointer;
  }

  .anchors input:checked {
    background: radial-gradient(circle, var(--kernel-ink) 7px, transparent 8px);
  }

  /* Forced colours leave no gradients. */
  @media (forced-colors: active) {
    .anchors input {
      forced-color-adjust: none;
      --rule-strong: CanvasText;
      --kernel-ink: Highlight;
      --focus: Highlight;
    }
  }

  label {
    display: inline-grid;
    gap: 2px;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }
`;
