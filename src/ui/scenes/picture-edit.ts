/** The image of a scene, as the tools for whole pictures change it. */
import { html, type nothing, type TemplateResult } from 'lit';
import { resizeGrid } from '../../state/grid-transform.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { noisePicture } from '../../state/noise-picture.ts';
import '../picture/picture-tools.ts';
import type { NoiseEntered, SideEntered } from '../picture/picture-tools.ts';
import type { EditedPicture } from './edited-picture.ts';

const TOOLS = 'picture-tools';

/** `more` stands beside the buttons. */
export function renderPictureTools(
  edited: EditedPicture,
  more: TemplateResult | typeof nothing,
): TemplateResult {
  const { store, faults, image, fill, replace } = edited;
  return html`<corr2d-picture-tools
    .image=${image}
    .paper=${fill}
    .faults=${faults.texts(TOOLS)}
    @picture-made=${({ detail }: HTMLElementEventMap['picture-made']) => {
      faults.act(() => store.apply(replace(detail.name), detail.image));
    }}
    @side-entered=${({ detail }: HTMLElementEventMap['side-entered']) => {
      enterSide(edited, detail);
    }}
    @noise-entered=${({ detail }: HTMLElementEventMap['noise-entered']) => {
      enterNoise(edited, detail);
    }}
    >${more}</corr2d-picture-tools
  >`;
}

function enterSide(
  { store, faults, image, fill, replace }: EditedPicture,
  { side, text, anchor }: SideEntered,
): void {
  const done = faults.attempt(`${TOOLS}:${side}`, () => {
    const length = parseField(side, text, LIMITS.imageSide);
    const rows = side === 'image-rows' ? length : image.rows;
    const columns = side === 'image-columns' ? length : image.columns;
    return store.apply(replace('resize-image'), resizeGrid(image, rows, columns, anchor, fill));
  });
  if (done) faults.clearGroup('image');
}

function enterNoise({ store, faults, image, replace }: EditedPicture, { seed, density }: NoiseEntered): void {
  faults.attempt(`${TOOLS}:seed`, () => {
    const noise = noisePicture(image, density, parseField('seed', seed, LIMITS.seed));
    return store.apply(replace('noise'), noise, { merge: 'noise' });
  });
}
