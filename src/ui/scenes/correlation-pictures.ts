/** Pictures of image ⋆ kernel = response, for the scenes that show one: still, or with the window sliding. */
import { msg } from '@lit/localize';
import {
  correlationPicture,
  planOf,
  type CorrelationSubject,
  type CorrelationWords,
} from '../../state/picture/correlation-picture.ts';
import { placesToShow } from '../../state/picture/window-film.ts';
import type { FilmSource, PictureSource } from '../../state/picture/source.ts';
import '../export/picture-dialog.ts';

/** What a scene shows. */
export interface ShownCorrelation extends CorrelationSubject {
  /** Of the file: `corr2d-name`. */
  readonly name: string;
  /** The window's place, in reading order of the response. */
  readonly position: number;
}

/** More columns than this make pictures with numbers very large. */
const MOST_NUMBERED_COLUMNS = 16;

export function correlationSource(shown: ShownCorrelation): PictureSource {
  const { image } = shown.part;
  const words = pictureWords();
  return {
    name: `corr2d-${shown.name}`,
    hasRoomForNumbers: image.columns <= MOST_NUMBERED_COLUMNS,
    marks: 'window',
    hasChart: false,
    still: (look) => correlationPicture(shown, words, look, { position: shown.position, hidesLater: false }),
    film: filmOf(shown, words),
  };
}

function filmOf(shown: ShownCorrelation, words: CorrelationWords): FilmSource {
  const [rows, columns] = planOf(shown.part).output;
  const places = placesToShow(rows, columns);
  const count = places.length;
  return {
    count,
    all: rows * columns,
    make: (look) =>
      Promise.resolve({
        count,
        frame: (index) =>
          correlationPicture(shown, words, look, { position: places[index] ?? 0, hidesLater: true }),
      }),
  };
}

function pictureWords(): CorrelationWords {
  return {
    title: msg('Cross-correlation: image ⋆ kernel = response'),
    image: msg('Image'),
    kernel: msg('Kernel'),
    flipped: msg('flipped, as it is laid on'),
    response: msg('Response'),
  };
}
