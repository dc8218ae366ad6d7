/** A leaf on a page of its own: plain properties in, events out. */
import type { LitElement } from 'lit';
import { onTestFinished } from 'vitest';
import '../../src/ui/style/page.css';

type Leaf = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends LitElement ? Tag : never;
};
export type LeafTag = Leaf[keyof Leaf] & keyof HTMLElementTagNameMap;

/** Renders an element in the page until the test ends. */
export async function mount<Tag extends LeafTag>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
): Promise<HTMLElementTagNameMap[Tag] & LitElement> {
  const element = document.createElement(tag) as HTMLElementTagNameMap[Tag] & LitElement;
  Object.assign(element, properties);
  document.body.append(element);
  onTestFinished(() => {
    element.remove();
  });
  await element.updateComplete;
  return element;
}

/** Details of the events that the element tells, in order. */
export function detailsOf(element: HTMLElement, name: keyof HTMLElementEventMap): unknown[] {
  const details: unknown[] = [];
  element.addEventListener(name, (event) => details.push(event instanceof CustomEvent ? event.detail : null));
  return details;
}

/** The only element of a shadow root that a selector finds; throws when there is none. */
export function part(element: Element, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

/** What has the focus inside the shadow root. */
export function focused(element: Element): HTMLElement | null {
  const active = element.shadowRoot?.activeElement;
  return active instanceof HTMLElement ? active : null;
}
