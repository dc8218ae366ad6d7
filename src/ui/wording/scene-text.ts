/** Names of the scenes. */
import { msg } from '@lit/localize';
import type { SceneName } from '../../state/address.ts';

export function sceneTitle(scene: SceneName): string {
  switch (scene) {
    case 'correlation':
      return msg('Correlation');
    case 'edges':
      return msg('Edges');
    case 'learning':
      return msg('Learning');
    case 'receptive':
      return msg('Receptive field');
  }
}
