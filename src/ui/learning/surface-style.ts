/** The look of the loss surface. */
import { css } from 'lit';

export const surfaceStyle = css`
  :host {
    display: block;
    min-width: 0;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-2);
    min-height: 2rem;
    margin-bottom: var(--space-2);
  }

  h2 {
    margin: 0;
    font: 600 var(--text-m) / 1.4 var(--sans);
  }

  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }

  .choice select {
    min-height: 2rem;
    font-size: var(--text-s);
  }

  svg.figure {
    display: block;
    width: 100%;
    max-width: 24rem;
    height: auto;
    /* Whatever room its numbers take: what stands below does not move when a run widens the view. */
    aspect-ratio: 294 / 286;
    fill: none;
    stroke-width: 1;
  }

  .frame {
    stroke: var(--rule-strong);
  }

  .contour {
    stroke: var(--rule-strong);
    stroke-opacity: 0.7;
  }

  .way {
    stroke: var(--gradient);
    stroke-width: 1.5;
  }

  .dot {
    fill: var(--gradient);
    stroke: none;
  }

  .start {
    fill: var(--surface);
    stroke: var(--kernel-ink);
    stroke-width: 2;
  }

  .now {
    fill: var(--kernel-ink);
    stroke: var(--surface);
  }

  .goal {
    stroke: var(--target);
    stroke-width: 2.5;
  }

  text {
    fill: var(--ink-soft);
    stroke: none;
    font: 11px var(--sans);
    font-variant-numeric: tabular-nums;
  }

  .key {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
    color: var(--ink-soft);
    font-size: var(--text-s);
  }

  .key svg {
    width: 0.875rem;
    height: 0.875rem;
    vertical-align: -0.1em;
  }

  p {
    margin: var(--space-2) 0 0;
    color: var(--ink-soft);
    font-size: var(--text-s);
    text-wrap: pretty;
  }
`;
