/** The look of scene 1. */
import { css } from 'lit';

export const correlationSceneStyle = css`
  .sum {
    display: grid;
    gap: var(--space-3);
    margin-top: var(--space-5);
  }

  /* As high as one sum, until its script has come. */
  corr2d-sum-list {
    display: block;
    min-height: 4.5rem;
  }

  .feeds {
    margin: 0;
    min-height: 1.55em;
    color: var(--ink-soft);
  }

  corr2d-window-player {
    max-width: 44rem;
  }

  corr2d-draw-switch {
    margin-bottom: var(--space-4);
  }

  .switch {
    display: flex;
    align-items: flex-start;
    gap: var(--space-2);
    margin: var(--space-5) 0 0;
    max-width: 46em;
    outline: var(--lit-convolution, 0) solid var(--focus);
    outline-offset: 4px;
  }

  .switch input {
    flex: none;
    margin-top: 0.2em;
  }

  .switch small {
    display: block;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .card {
    margin: var(--space-5) 0 var(--space-4);
  }

  /* As high as what is fetched into it, so that nothing below moves. */
  .colors {
    display: flow-root;
    min-height: 5.2rem;
  }

  @media (max-width: 60rem) {
    .colors {
      min-height: 8.2rem;
    }
  }

  @media (max-width: 30rem) {
    .colors {
      min-height: 12.2rem;
    }
  }

  .waiting {
    min-height: 50rem;
  }
`;
