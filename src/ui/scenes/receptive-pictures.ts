/** Pictures of scene 4: the maps of a stack, with the field of an element. */
import { msg } from '@lit/localize';
import { stackColumns, stackPicture, type StackSubject } from '../../state/picture/stack-picture.ts';
import type { PictureSource } from '../../state/picture/source.ts';
import '../export/picture-dialog.ts';
import { levelName } from '../receptive/stack-figure.ts';

const MOST_NUMBERED_COLUMNS = 24;

export function receptiveSource(shown: StackSubject): PictureSource {
  const words = {
    title: msg('The feature maps of a stack of layers'),
    nameOf: (level: number) => levelName(shown.layers, level),
  };
  return {
    name: 'corr2d-receptive-field',
    hasRoomForNumbers: stackColumns(shown) <= MOST_NUMBERED_COLUMNS,
    marks: 'field',
    hasChart: false,
    still: (look) => stackPicture(shown, words, look),
    film: null,
  };
}
