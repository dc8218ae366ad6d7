/** The look that the scenes share: a question, a lead, cards of controls. */
import { css } from 'lit';
import { withoutStyle } from './without.ts';

export const sceneStyle = css`
  ${withoutStyle}

  :host {
    display: block;
  }

  /* The lesson stands beside the figure and its tools where there is room, and between them where there is not. */
  ::slotted([slot='lesson']) {
    display: block;
    margin-top: var(--space-5);
  }

  @media screen and (min-width: 72rem) {
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      grid-template-rows: auto auto 1fr;
      align-items: start;
    }

    .stage,
    .workbench {
      grid-column: 1;
      min-width: 0;
    }

    ::slotted([slot='lesson']:not([data-folded])) {
      grid-column: 2;
      grid-row: 1 / span 3;
      width: clamp(21rem, 28vw, 27rem);
      margin: 0 0 0 var(--space-6);
    }

    ::slotted([data-folded]) {
      grid-column: 1;
      grid-row: 3;
    }
  }

  ::slotted([slot='code']) {
    margin-top: var(--space-5);
  }

  h1 {
    max-width: 30em;
    margin: 0 0 var(--space-2);
    font: 600 var(--text-xl) / 1.25 var(--serif);
    letter-spacing: -0.01em;
    text-wrap: balance;
    /* A Chinese heading breaks after its comma, not between two characters. */
    word-break: keep-all;
    overflow-wrap: anywhere;
  }

  h2 {
    margin: 0 0 var(--space-3);
    font: 600 var(--text-m) / 1.4 var(--sans);
  }

  .lead {
    max-width: 42em;
    margin: 0 0 var(--space-5);
    color: var(--ink-soft);
    font-size: var(--text-l);
    text-wrap: pretty;
  }

  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--space-2);
  }

  .card {
    padding: var(--space-4);
    border: var(--line) solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
  }

  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
    gap: var(--space-4);
    margin-top: var(--space-5);
    align-items: start;
  }

  .note {
    margin: var(--space-3) 0 0;
    max-width: 46em;
    color: var(--ink-soft);
    text-wrap: pretty;
  }

  @media print {
    .card,
    .stage > * {
      break-inside: avoid;
    }

    .editors {
      display: none;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  .fault {
    margin: var(--space-2) 0 0;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--fault);
    background: var(--fault-tint);
    color: var(--ink);
    max-width: 46em;
  }
`;
