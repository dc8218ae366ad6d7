/** The look of the lesson: a column of text beside the figure, or below it. */
import { css, unsafeCSS } from 'lit';
import { SHOWN_TERMS } from './terms.ts';

/** Symbols light up with their terms; a window and padding are tints elsewhere. */
const litSymbols = unsafeCSS(
  SHOWN_TERMS.map((name) => {
    const width = name === 'padding' ? '--lit-padding-line' : `--lit-${name}`;
    return `math [data-names='${name}'] { outline: var(${width}, 0) solid var(--focus); }`;
  }).join('\n'),
);

export const lessonStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-3);
  }

  h2 {
    margin: 0;
    font: 600 var(--text-l) / 1.4 var(--serif);
  }

  header button {
    --control-height: 1.75rem;
    --control-padding: var(--space-2);
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  h3 {
    margin: var(--space-5) 0 var(--space-3);
    font: 600 var(--text-m) / 1.4 var(--sans);
  }

  .text p {
    max-width: 42em;
    margin: var(--space-3) 0;
    line-height: 1.7;
    text-wrap: pretty;
  }

  .term {
    border-radius: 2px;
    text-decoration: underline dotted var(--rule-strong) 1.5px;
    text-underline-offset: 0.2em;
    cursor: help;
  }

  /* Nothing that could light up: only the glossary has it. */
  .told {
    text-decoration: underline var(--rule-strong) 1px;
  }

  .term:hover {
    text-decoration-color: var(--kernel-line);
    text-decoration-style: solid;
  }

  .term[data-names='kernel'],
  .term[data-names='window'],
  math .kernel {
    color: var(--kernel-ink);
  }

  .term[data-names='response'],
  math .response {
    color: var(--response);
  }

  .term[data-names='receptive-field'],
  math .receptive-field {
    color: var(--field);
  }

  .term[data-names='jump'],
  math .jump {
    color: var(--jump);
  }

  .term[data-names='target'],
  math .target {
    color: var(--target);
  }

  .term[data-names='gradient'],
  math .gradient {
    color: var(--gradient);
  }

  .text {
    container-type: inline-size;
  }

  .formula {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: center;
    gap: 0.4em 0.3em;
    max-width: 36em;
    margin: var(--space-3) 0;
    font-size: clamp(0.8125rem, 4.6cqi, var(--text-l));
  }

  math {
    font-family: var(--math);
    math-style: normal;
  }

  /* Fractions under one another do not touch. */
  .formula + .formula {
    margin-top: 0;
  }

  .formula:has(mfrac) {
    margin-block: 0 var(--space-4);
  }

  math :focus-visible {
    outline: var(--ring) solid var(--focus);
  }

  code {
    font: 0.92em var(--mono);
    overflow-wrap: anywhere;
  }

  a {
    color: var(--kernel-ink);
  }

  ${litSymbols}

  .tasks {
    max-width: 42em;
    margin-top: var(--space-5);
    padding: var(--space-4);
    border: var(--line) solid var(--rule);
    border-radius: calc(var(--radius) * 1.5);
    background: var(--surface);
  }

  .tasks h3 {
    margin-top: 0;
  }

  .fault {
    margin: var(--space-2) 0;
    padding: var(--space-2) var(--space-3);
    border-left: 3px solid var(--fault);
    background: var(--fault-tint);
  }

  footer {
    margin-top: var(--space-4);
  }

  @media print {
    p,
    .formula,
    .tasks {
      break-inside: avoid;
    }

    .term {
      color: inherit;
      text-decoration: none;
    }
  }
`;
