/** The look of a scene as flags of its address: `at=1,2&pins=0,0,1,1`, `loss=log&plane=0,3`, or `zoom=2`. */
import type { Address, SceneName } from './address.ts';
import { LIMITS, rangeFault } from './limits.ts';
import { FIRST_LOOK, MOST_PINS, ZOOMS, type Look, type ResponsePlace } from './look.ts';

/** The flags of every look; null takes one out of the address, because the scene has none such or it is as at first. */
export type LookFlags = Readonly<Record<'at' | 'pins' | 'loss' | 'plane' | 'zoom', string | null>>;

export function lookFlags(scene: SceneName, { at, pins, logarithmic, plane, zoom }: Look): LookFlags {
  const hasWindow = scene === 'correlation' || scene === 'edges';
  const learns = scene === 'learning';
  const stands = at.row === 0 && at.column === 0;
  return {
    at: hasWindow && !stands ? pair(at) : null,
    pins: hasWindow && pins.length > 0 ? pins.map(pair).join(',') : null,
    loss: learns && logarithmic ? 'log' : null,
    plane: learns && plane !== 'extremes' ? plane.join() : null,
    zoom: scene === 'receptive' && zoom > 1 ? String(zoom) : null,
  };
}

/** What an address says of its look; what it does not say, or nobody could look at, is as at first. */
export function readLook(address: Address): Look {
  const [at = FIRST_LOOK.at] = places(address.get('at'));
  const [plane] = places(address.get('plane'));
  const zoom = ZOOMS.find((each) => String(each) === address.get('zoom'));
  return {
    at,
    pins: places(address.get('pins')).slice(0, MOST_PINS),
    logarithmic: address.get('loss') === 'log',
    plane: plane && plane.row !== plane.column ? [plane.row, plane.column] : FIRST_LOOK.plane,
    zoom: zoom ?? FIRST_LOOK.zoom,
  };
}

function pair({ row, column }: ResponsePlace): string {
  return `${String(row)},${String(column)}`;
}

/** Pairs of whole numbers, all with commas between them; none where one cannot be. */
function places(text: string | undefined): readonly ResponsePlace[] {
  if (text === undefined || !/^\d+(,\d+)+$/.test(text)) return [];
  const numbers = text.split(',').map(Number);
  if (numbers.length % 2 === 1 || numbers.some((each) => rangeFault(each, LIMITS.place) !== null)) return [];
  return numbers.flatMap((row, index) => (index % 2 === 0 ? [{ row, column: numbers[index + 1] ?? 0 }] : []));
}
