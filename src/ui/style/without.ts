/** What a scene leaves out of a figure in somebody's page: the groups of state/figure-controls.ts, named by `without`. */
import { css } from 'lit';

export const withoutStyle = css`
  :host([without~='text']) :is(h1, .lead),
  :host([without~='play']) :is(corr2d-window-player, corr2d-run-controls),
  :host([without~='sum']) :is(corr2d-sum-list, .sum > :not(corr2d-window-player)),
  :host([without~='charts']) corr2d-run-report,
  :host([without~='colors']) :is(corr2d-response-colors, .colors),
  :host([without~='tools'])
    :is(.card, .columns, .tools, .switch, .drawing, .transposed, corr2d-draw-switch, corr2d-paint-tools),
  :host([without~='tools']) .workbench > button {
    display: none !important;
  }
`;
