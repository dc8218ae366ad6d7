/** The stack of scene 4, as its editor changes it. */
import { html, type TemplateResult } from 'lit';
import { ACTIVATIONS, POOLINGS, type StackPlan } from '../../math/stack/layer.ts';
import {
  LAYER_NUMBERS,
  addLayer,
  fixStack,
  moveLayer,
  removeLayer,
  setActivation,
  setLayerKind,
  setLayerNumber,
  setPoolingMethod,
} from '../../state/actions/receptive.ts';
import type { NumberGrid } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import type { LayerKind, ReceptivePart } from '../../state/stack.ts';
import { stackFixes } from '../../state/stack-fixes.ts';
import type { Store } from '../../state/store.ts';
import '../receptive/stack-editor.ts';
import type { LayerMove, StackChange } from '../receptive/stack-editor.ts';
import { faultText } from '../wording/layer-text.ts';
import type { Faults } from './faults.ts';

export interface EditedStack {
  readonly store: Store;
  readonly faults: Faults;
  readonly part: ReceptivePart;
  readonly plan: StackPlan;
  /** The layer whose weights are shown, −1 for none, and which of its kernels. */
  readonly open: number;
  readonly shown: ShownKernel;
  readonly onOpen: (at: number) => void;
  readonly onShown: (shown: ShownKernel) => void;
  /** What scene 3 has learned, where it has run. */
  readonly learned: NumberGrid | null;
}

/** A kernel of a layer, by the map that goes out and the map that comes in, counted from 0. */
export interface ShownKernel {
  readonly channel: number;
  readonly input: number;
}

export function renderStackEditor(edited: EditedStack): TemplateResult {
  const { part, plan, faults, store, open } = edited;
  const fixes = stackFixes(part.image, part.layers);
  const texts = new Map(part.layers.map((_, at) => [at, faults.texts(`layer-${String(at)}`)]));
  return html`<corr2d-stack-editor
    .layers=${part.layers}
    .shapes=${plan.shapes}
    .faultAt=${plan.faultAt ?? -1}
    .fault=${faultOf(part, plan, fixes.length > 0)}
    .fixes=${fixes}
    .faults=${texts}
    .open=${open}
    @stack-changed=${({ detail }: CustomEvent<StackChange>) => {
      change(edited, detail);
    }}
    @layer-dropped=${({ detail }: CustomEvent<LayerMove>) => {
      move(edited, detail);
    }}
    @layer-added=${({ detail }: CustomEvent<LayerKind>) => {
      faults.act(() => store.apply(addLayer, { at: part.layers.length, kind: detail }));
    }}
  ></corr2d-stack-editor>`;
}

function change(edited: EditedStack, { at, change: made }: StackChange): void {
  const { store, faults, onOpen, open } = edited;
  switch (made.kind) {
    case 'kind':
      faults.act(() => store.apply(setLayerKind, { at, kind: made.value }));
      return;
    case 'number':
      faults.attempt(`layer-${String(at)}:${made.field}`, () => {
        const value = parseField(made.field, made.text, LAYER_NUMBERS[made.field]);
        return store.apply(setLayerNumber, { at, field: made.field, value });
      });
      return;
    case 'choice':
      choose(edited, at, made.value);
      return;
    case 'move':
      move(edited, { from: at, to: at + made.by });
      return;
    case 'fix':
      faults.act(() => store.apply(fixStack, { at, fix: made.fix }));
      return;
    case 'remove':
      faults.act(() => store.apply(removeLayer, at));
      if (open === at) onOpen(-1);
      if (open > at) onOpen(open - 1);
      return;
    case 'open':
      onOpen(open === at ? -1 : at);
  }
}

/** The layer whose kernels are shown keeps them shown, wherever it comes to stand. */
function move({ store, faults, open, onOpen }: EditedStack, { from, to }: LayerMove): void {
  faults.act(() => store.apply(moveLayer, { from, to }));
  if (open === from) onOpen(to);
  else if (open > from && open <= to) onOpen(open - 1);
  else if (open < from && open >= to) onOpen(open + 1);
}

function faultOf({ layers }: ReceptivePart, { faultAt, shapes }: StackPlan, isFixable: boolean): string {
  const [layer, input] = [layers[faultAt ?? -1], shapes.at(-1)];
  return layer && input ? faultText(layer, input, isFixable) : '';
}

function choose({ store, faults }: EditedStack, at: number, value: string): void {
  const name = ACTIVATIONS.find((each) => each === value);
  const method = POOLINGS.find((each) => each === value);
  if (name) faults.act(() => store.apply(setActivation, { at, name }));
  if (method) faults.act(() => store.apply(setPoolingMethod, { at, method }));
}
