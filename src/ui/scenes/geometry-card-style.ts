/** The look of the card in which the geometry is drawn and typed. */
import { css } from 'lit';

export const geometryCardStyle = css`
  .geometry {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-5);
  }

  .geometry > div {
    flex: 0 1 auto;
    max-width: min(100%, 27rem);
  }

  .geometry .note {
    max-width: 20rem;
    font-size: var(--text-s);
  }

  .geometry > corr2d-geometry-editor {
    flex: 1 1 32rem;
    min-width: 0;
  }
`;
