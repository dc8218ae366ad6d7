/** The look of a range of cells. */
import { css } from 'lit';
import { visuallyHidden } from '../style/controls.ts';

export const cellSheetStyle = css`
  .cell.selected {
    background-image: linear-gradient(color-mix(in srgb, var(--focus) 24%, transparent) 0 100%) !important;
    box-shadow: inset 0 0 0 1px var(--focus);
  }

  ${visuallyHidden}

  @media (forced-colors: active) {
    .cell.selected {
      forced-color-adjust: none;
      background: Highlight !important;
      color: HighlightText;
    }
  }
`;
