/** The keys of the page, by where they work. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { toolKey } from '../grid/paint-keys.ts';
import { PAINT_TOOLS } from '../grid/paint-settings.ts';
import { toolName } from '../wording/tool-text.ts';

/** Keys, as they are written, and what they do. */
type Shortcut = readonly [keys: string, meaning: string];

export function renderShortcuts(): TemplateResult {
  return html`${group(msg('Everywhere'), [
    ['Ctrl/⌘ Z', msg('undo, across all scenes')],
    ['Shift Ctrl/⌘ Z, Ctrl Y', msg('redo')],
    ['Tab', msg('to the next control; a grid is one')],
    ['?', msg('this sheet')],
  ])}
  ${group(msg('In a grid'), [
    ['← ↑ ↓ →', msg('to the next cell')],
    ['Home, End', msg('to the ends of a row; with Ctrl, of the grid')],
  ])}
  ${group(msg('In a cell with a number'), [
    ['0 … 9', msg('replaces the number')],
    ['Enter, Shift Enter', msg('done, and down or up')],
    ['Tab', msg('while you type: done, and to the next cell')],
    [msg('F2, double click'), msg('into the number')],
    ['Delete', msg('sets it, or all that is selected, to 0')],
    ['Esc, Ctrl/⌘ Z', msg('puts the old number back')],
    [msg('Shift ← ↑ ↓ →, Shift click'), msg('selects cells; Ctrl/⌘ A all of them')],
    ['Ctrl/⌘ C, X', msg('copies, cuts what is selected')],
    ['Ctrl/⌘ V', msg('a block from a spreadsheet, from this cell on')],
    [msg('drag sideways'), msg('changes it; with Shift, finely')],
  ])}
  ${group(msg('On the painted image'), [
    [msg('Space, Enter'), msg('paints; begins and ends a shape')],
    ['Shift ← ↑ ↓ →', msg('paints on')],
    ['Esc', msg('gives a shape or a selection up')],
    ['Delete', msg('erases what is selected')],
    ...PAINT_TOOLS.map((tool): Shortcut => [toolKey(tool).toUpperCase(), toolName(tool)]),
  ])}
  ${group(msg('On a feature map'), [
    ['PageUp, PageDown', msg('to the layer’s map before, or the next')],
    [msg('Space, Enter'), msg('pins the element, or lets it go')],
    ['Esc', msg('lets the pinned element go')],
  ])}
  ${group(msg('On a handle of the drawn geometry'), [
    ['← ↑ ↓ →', msg('moves it as it lies')],
    ['Home, End', msg('to the ends of its range')],
  ])}`;
}

function group(title: string, shortcuts: readonly Shortcut[]): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    <dl>
      ${shortcuts.map(
        ([keys, meaning]) =>
          html`<dt>${keys}</dt>
            <dd>${meaning}</dd>`,
      )}
    </dl>
  </section>`;
}
