/** Names of what a figure in somebody's page may show around itself. */
import { msg } from '@lit/localize';
import type { FigureControl } from '../../state/figure-controls.ts';

export function controlName(control: FigureControl): string {
  switch (control) {
    case 'text':
      return msg('question and introduction');
    case 'play':
      return msg('play and step');
    case 'sum':
      return msg('the sum of an element');
    case 'charts':
      return msg('charts of a run');
    case 'colors':
      return msg('colours of the response');
    case 'tools':
      return msg('drawing, kernels, set-up');
    case 'undo':
      return msg('undo and start again');
    case 'engine':
      return msg('engine');
  }
}
