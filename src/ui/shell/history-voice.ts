/** Undo and redo of a page or figure, by button and by key, told to screen readers by name. */
import { msg, str } from '@lit/localize';
import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ActionName } from '../../state/action.ts';
import { OnDemand } from '../loading/on-demand.ts';
import type { actionName } from '../wording/action-text.ts';
import { historyKey } from './history-key.ts';

/** What it travels through: a store, say. */
interface History {
  readonly $history: { get(): Readonly<Record<'undo' | 'redo', ActionName | null>> };
  undo(): void;
  redo(): void;
}

export class HistoryVoice {
  private text = '';
  private actionName: typeof actionName | null = null;
  private readonly names: OnDemand;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: () => History | undefined,
  ) {
    this.names = new OnDemand(host, async () => {
      ({ actionName: this.actionName } = await import('../wording/action-text.ts'));
    });
  }

  /** What the next step of a way takes back or brings again, in words; empty when there is nothing. */
  name(way: 'undo' | 'redo'): string {
    const action = this.store()?.$history.get()[way];
    if (!action) return '';
    // Nothing can be undone while the page begins: names are fetched with the first edit.
    this.names.want();
    return this.actionName?.(action) ?? msg('the last edit');
  }

  readonly undo = (): void => {
    this.travel('undo');
  };

  readonly redo = (): void => {
    this.travel('redo');
  };

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const key = historyKey(event);
    if (!key || !this.store()) return;
    this.travel(key);
    event.preventDefault();
  };

  render(): TemplateResult {
    return html`<p role="status" style="position: absolute; margin: 0; clip-path: inset(50%)">
      ${this.text}
    </p>`;
  }

  private travel(way: 'undo' | 'redo'): void {
    const store = this.store();
    const name = this.name(way);
    if (!store || !name) return;
    store[way]();
    const told = way === 'undo' ? msg(str`Undone: ${name}`) : msg(str`Redone: ${name}`);
    // What is the same as before would not be told again.
    this.text = told === this.text ? `${told}\u00a0` : told;
    this.host.requestUpdate();
  }
}
