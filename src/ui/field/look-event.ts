/** What a control says when a scene is to be looked at otherwise: the scene keeps it (see `state/look`). */
import type { Look } from '../../state/look.ts';

declare global {
  interface HTMLElementEventMap {
    'look-changed': CustomEvent<Partial<Look>>;
  }
}

export function tellLook(element: HTMLElement, detail: Partial<Look>): void {
  element.dispatchEvent(new CustomEvent('look-changed', { detail, bubbles: true, composed: true }));
}
