/** The look of native controls, shared by every element that shows one. */
import { css } from 'lit';

/** For screen readers alone. */
export const visuallyHidden = css`
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const controlStyle = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button,
  select,
  input {
    font: inherit;
    color: inherit;
  }

  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--control-height, 2.25rem);
    padding: 0 var(--control-padding, var(--space-3));
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
    white-space: nowrap;
    touch-action: manipulation;
  }

  /* Words of other languages are longer than a phone is wide. */
  @media (max-width: 40rem) {
    button,
    .button {
      max-width: 100%;
      white-space: normal;
      overflow-wrap: anywhere;
    }
  }

  button:hover:not(:disabled) {
    border-color: var(--rule-strong);
  }

  button:disabled {
    color: var(--ink-soft);
    opacity: 0.55;
    cursor: default;
  }

  button.primary {
    background: var(--ink);
    border-color: var(--ink);
    color: var(--paper);
  }

  button.icon {
    width: 2.25rem;
    padding: 0;
  }

  button[aria-pressed='true'],
  button[aria-current]:not([aria-current='false']) {
    border-color: var(--kernel-ink);
    background: var(--kernel-tint);
  }

  /* Without colours of its own a pressed button needs another sign. */
  @media (forced-colors: active) {
    button[aria-pressed='true'],
    button[aria-current]:not([aria-current='false']) {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }

  select {
    min-height: 2.25rem;
    max-width: 100%;
    padding: 0 var(--space-2);
    border: var(--line) solid var(--rule);
    border-radius: var(--radius);
    background: var(--surface);
  }

  input[type='range'] {
    accent-color: var(--kernel-ink);
    min-height: 1.75rem;
    min-width: 0;
    margin: 0;
  }

  input[type='checkbox'] {
    accent-color: var(--kernel-ink);
    width: 1.125rem;
    height: 1.125rem;
    margin: 0;
  }

  :focus-visible {
    outline: var(--ring) solid var(--focus);
    outline-offset: 2px;
  }

  svg {
    width: 1.125rem;
    height: 1.125rem;
    flex: none;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  [hidden] {
    display: none !important;
  }

  ${visuallyHidden}

  /* On paper: what is shown, not what can be chosen. */
  @media print {
    button,
    select,
    input[type='range'],
    label:has(select),
    details:not([open]) {
      display: none;
    }

    h1,
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
