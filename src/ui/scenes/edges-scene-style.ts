/** The layout of scene 2. */
import { css } from 'lit';

export const edgesSceneStyle = css`
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    margin-bottom: var(--space-3);
  }

  corr2d-sum-list {
    margin-top: var(--space-4);
  }

  corr2d-paint-tools {
    margin-bottom: var(--space-3);
  }

  .transposed {
    content-visibility: auto;
    contain-intrinsic-size: auto 30rem;
    margin-top: var(--space-6);
  }

  @media print {
    .transposed {
      content-visibility: visible;
    }
  }
`;
