/** The page around the scenes. */
import { css } from 'lit';

export const appStyle = css`
  :host {
    display: block;
  }

  main {
    box-sizing: border-box;
    max-width: var(--page-width);
    min-height: 80dvh;
    margin: 0 auto;
    padding: var(--space-5);
  }

  corr2d-notice-list {
    margin-bottom: var(--space-4);
  }

  @media (max-width: 40rem) {
    main {
      padding: var(--space-4);
    }
  }
`;
