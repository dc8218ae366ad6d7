/** A figure in a page that is not ours: it brings its tokens along, and nothing of the page's text reaches in. */
import { css, unsafeCSS } from 'lit';
import tokens from '../style/tokens.css?inline';

export const figureHostStyle = css`
  :host {
    all: initial;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  /* The page's rules for its elements win over those of the host: only its place is left to them. */
  .frame {
    all: initial;
    color-scheme: inherit;
    line-break: inherit;
    text-autospace: inherit;
    visibility: inherit;
    direction: ltr;
    display: block;
    overflow: clip;
    padding: var(--space-4);
    border: var(--line) solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--paper);
    color: var(--ink);
    font: var(--text-m) / 1.55 var(--sans);
    overflow-wrap: break-word;
  }

  :host([hidden]) {
    display: none;
  }

  corr2d-notice-list {
    margin-bottom: var(--space-4);
  }

  corr2d-figure-bar {
    margin-top: var(--space-4);
  }

  @media (max-width: 30rem) {
    .frame {
      padding: var(--space-3);
    }
  }

  ${unsafeCSS(tokens)}
`;
