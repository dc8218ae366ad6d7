/** Why a link cannot be opened. */
import { placeOf, type LinkPlace } from './link-field.ts';

export type LinkProblem =
  /** Not a link, cut off, or changed on the way. */
  | { readonly code: 'link-damaged' }
  /** `ex=` names no example of this version. */
  | { readonly code: 'example-unknown'; readonly name: string }
  | { readonly code: 'link-newer'; readonly version: number }
  | { readonly code: 'link-too-long'; readonly length: number; readonly longest: number }
  /** It decodes, but this field holds what cannot be used, or does not fit its image. */
  | ({ readonly code: 'link-invalid' } & LinkPlace);

export class LinkError extends Error {
  override readonly name = 'LinkError';
  constructor(readonly problem: LinkProblem) {
    super(problem.code);
  }
}

export function damagedLink(): LinkError {
  return new LinkError({ code: 'link-damaged' });
}

/** The error for a path of the JSON that cannot be used; a path that names no field is damage. */
export function invalidLink(path: string): LinkError {
  const place = placeOf(path);
  return place ? new LinkError({ code: 'link-invalid', ...place }) : damagedLink();
}
