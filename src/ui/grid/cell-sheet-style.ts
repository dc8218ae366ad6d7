/** The look of a range of cells. */
import { css } from 'lit';

export const cellSheetStyle = css`
  .cell.selected {
    background-image: linear-gradient(color-mix(in srgb, var(--focus) 24%, transparent) 0 100%) !important;
    box-shadow: inset 0 0 0 1px var(--focus);
  }

  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  @media (forced-colors: active) {
    .cell.selected {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText;
    }
  }
`;
