/** Pointing at a term lights up what it names, in whatever figure shows it: `page.css` says which. */
import { asTerm, type TermName } from './terms.ts';

/** The term that an event is at: an element with its name in `data-names`. */
export function termAt(event: Event): TermName | null {
  for (const node of event.composedPath()) {
    if (node === event.currentTarget) return null;
    if (node instanceof HTMLElement || node instanceof MathMLElement) {
      const term = asTerm(node.dataset.names);
      if (term) return term;
    }
  }
  return null;
}

/** Null puts out the light. */
export function lightTerm(term: TermName | null): void {
  const { dataset } = document.documentElement;
  if (term) dataset.lit = term;
  else delete dataset.lit;
}
