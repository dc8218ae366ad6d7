/** The look of a line chart, beside uPlot's own. */
import { css } from 'lit';

export const chartStyle = css`
  :host {
    display: block;
    position: relative;
    min-width: 0;
  }

  .area {
    touch-action: pan-y;
  }

  .area:focus-visible {
    outline: var(--ring) solid var(--focus);
    outline-offset: 2px;
  }

  .zoom {
    display: flex;
    justify-content: flex-end;
    gap: 2px;
    --control-height: 1.75rem;
    --control-padding: 0.5rem;
    font-size: var(--text-s);
  }

  #plot {
    min-height: 15.5rem;
    overflow: hidden;
  }

  .uplot {
    font: inherit;
  }

  .u-legend {
    font-size: var(--text-s);
    font-variant-numeric: tabular-nums;
    text-align: left;
  }

  .u-series[hidden] {
    display: none;
  }

  .u-legend .u-marker svg {
    display: block;
    width: 100%;
    height: 100%;
  }

  /* The colours of the lines are what they say. */
  @media (forced-colors: active) {
    #plot {
      forced-color-adjust: none;
      color: CanvasText;
    }
  }

  /* It was drawn as wide as the screen has it. */
  @media print {
    .zoom {
      display: none;
    }

    #plot {
      min-height: 0;
    }

    .uplot,
    .u-wrap,
    .u-wrap canvas {
      width: 100% !important;
      height: auto !important;
    }
  }
`;
