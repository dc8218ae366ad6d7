/** Where a link of version 1 is wrong, in the page's words: the scene and the field of a path in its JSON. */
import type { SceneName } from './address.ts';
import type { FieldName } from './input.ts';

export interface LinkPlace {
  readonly scene: SceneName;
  readonly field: FieldName;
}

const SCENES: ReadonlyMap<string, SceneName> = new Map([
  ['c', 'correlation'],
  ['e', 'edges'],
  ['l', 'learning'],
  ['r', 'receptive'],
  ['v', 'correlation'],
]);

const FIELDS: ReadonlyMap<string, FieldName> = new Map([
  ['c.i', 'image'],
  ['c.k', 'kernel'],
  ['c.s', 'stride-y'],
  ['c.s.1', 'stride-x'],
  ['c.p', 'padding-top'],
  ['c.p.1', 'padding-left'],
  ['c.p.2', 'padding-bottom'],
  ['c.p.3', 'padding-right'],
  ['c.d', 'dilation-y'],
  ['c.d.1', 'dilation-x'],
  ['e.i', 'image'],
  ['e.k', 'kernel'],
  ['l.t', 'teacher'],
  ['l.a', 'start'],
  ['l.k', 'learner-rows'],
  ['l.k.1', 'learner-columns'],
  ['l.y', 'target'],
  ['l.u', 'target'],
  ['l.q', 'noise'],
  ['l.q.1', 'noise-seed'],
  ['l.m', 'loss'],
  ['l.o', 'optimizer'],
  ['l.r', 'rate'],
  ['l.n', 'steps'],
  ['l.e', 'stop-loss'],
  ['l.e.1', 'stop-gradient'],
  ['l.b', 'batch'],
  ['l.h', 'bias'],
  ['l.f', 'frozen'],
  ['l.v', 'rivals'],
  ['r.i', 'image'],
  ['r.n', 'layers'],
  ['r.d', 'depth'],
  ['r.d.1', 'depth-kernel'],
  ['r.e', 'draws'],
  ['r.w', 'network'],
  ['r.p', 'pinned'],
  ['v', 'scale-low'],
]);

/** Null for a path that names no field: then the link is not of this form at all. */
export function placeOf(path: string): LinkPlace | null {
  const [part = '', key = ''] = path.split('.');
  const scene = SCENES.get(part);
  const field = FIELDS.get(path) ?? FIELDS.get(`${part}.${key}`) ?? FIELDS.get(part);
  return scene && field ? { scene, field } : null;
}
