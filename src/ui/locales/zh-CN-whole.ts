/** All Chinese texts: puts the rest beside the first ones, in the object that lit-localize reads. */
import { LOCALE_STATUS_EVENT } from '@lit/localize';
import { templates } from './zh-CN-first.ts';
import { templates as rest } from './zh-CN-rest.ts';

Object.assign(templates, rest);
// What shows one of them already is rendered anew.
window.dispatchEvent(
  new CustomEvent(LOCALE_STATUS_EVENT, { detail: { status: 'ready', readyLocale: 'zh-CN' } }),
);

export { templates };
