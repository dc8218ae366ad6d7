/** The look of nested fields. */
import { css } from 'lit';

export const nestedStyle = css`
  svg.nested {
    display: block;
    width: min(100%, 17rem);
    height: auto;
    aspect-ratio: 1;
    overflow: visible;
  }

  .image {
    fill: var(--surface);
    stroke: var(--rule-strong);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .image.edge {
    fill: none;
    stroke: var(--ink);
    stroke-width: 1.5;
  }

  .rules {
    fill: none;
    stroke: var(--rule);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .field {
    fill: color-mix(in srgb, var(--kernel) 14%, transparent);
    stroke: var(--kernel-line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }

  .field.last {
    stroke-width: 2.5;
  }
`;
