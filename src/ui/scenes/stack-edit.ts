/** The stack of scene 4, as its editor changes it. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS, POOLINGS, type StackPlan } from '../../math/stack/layer.ts';
import {
  LAYER_NUMBERS,
  addLayer,
  moveLayer,
  removeLayer,
  replaceLayerKernel,
  setActivation,
  setLayerCell,
  setLayerKind,
  setLayerNumber,
  setLayerSeed,
  setPoolingMethod,
  typedKernels,
} from '../../state/actions/receptive.ts';
import type { NumberGrid } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import type { CorrelationLayer, LayerKind, ReceptivePart } from '../../state/stack.ts';
import type { Store } from '../../state/store.ts';
import '../field/number-field.ts';
import type { CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import '../grid/number-grid.ts';
import '../receptive/stack-editor.ts';
import type { LayerMove, StackChange } from '../receptive/stack-editor.ts';
import { faultText } from '../wording/layer-text.ts';
import type { Faults } from './faults.ts';
import { pasteBlock, type EditedKernel } from './edited-kernel.ts';
import { renderKernelTools } from './kernel-edit.ts';

export interface EditedStack {
  readonly store: Store;
  readonly faults: Faults;
  readonly part: ReceptivePart;
  readonly plan: StackPlan;
  /** The layer and channel whose weights are shown; −1 for none. */
  readonly open: number;
  readonly channel: number;
  readonly onOpen: (at: number) => void;
  readonly onChannel: (channel: number) => void;
  /** What scene 3 has learned, where it has run. */
  readonly learned: NumberGrid | null;
}

export function renderStackEditor(edited: EditedStack): TemplateResult {
  const { part, plan, faults, store, open } = edited;
  const texts = new Map(part.layers.map((_, at) => [at, faults.texts(`layer-${String(at)}`)]));
  return html`<corr2d-stack-editor
    .layers=${part.layers}
    .shapes=${plan.shapes}
    .faultAt=${plan.fault?.layer ?? -1}
    .fault=${plan.fault ? faultText(plan.fault) : ''}
    .faults=${texts}
    .open=${open}
    @stack-changed=${({ detail }: CustomEvent<StackChange>) => {
      change(edited, detail);
    }}
    @layer-dropped=${({ detail }: CustomEvent<LayerMove>) => {
      faults.act(() => store.apply(moveLayer, detail));
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
      faults.act(() => store.apply(moveLayer, { from: at, to: at + made.by }));
      return;
    case 'remove':
      faults.act(() => store.apply(removeLayer, at));
      return;
    case 'open':
      onOpen(open === at ? -1 : at);
  }
}

function choose({ store, faults }: EditedStack, at: number, value: string): void {
  const name = ACTIVATIONS.find((each) => each === value);
  const method = POOLINGS.find((each) => each === value);
  if (name) faults.act(() => store.apply(setActivation, { at, name }));
  if (method) faults.act(() => store.apply(setPoolingMethod, { at, method }));
}

/** The kernels of the layer that is open: a grid a channel, and the tools for the chosen one. */
export function renderWeights(edited: EditedStack): TemplateResult | typeof nothing {
  const { part, open } = edited;
  const layer = part.layers[open];
  if (layer?.kind !== 'correlation') return nothing;
  const kernels = typedKernels(layer);
  const channel = Math.min(edited.channel, kernels.length - 1);
  const kernel = kernels[channel] ?? { rows: 1, columns: 1, values: [0] };
  return html`<section class="card editor">
    <h2>${msg(str`Kernels of layer ${open + 1}`)}</h2>
    ${renderSeed(edited, layer)}
    ${kernels.length > 1 ? renderChannels(kernels.length, channel, edited.onChannel) : nothing}
    ${renderKernel(edited, channel, kernel)} ${renderTools(edited, channel, kernel)}
  </section>`;
}

function renderSeed(
  { store, faults, open, learned, channel }: EditedStack,
  { weights }: CorrelationLayer,
): TemplateResult {
  const seed = weights.kind === 'torch' ? weights.seed : null;
  return html`
    <p class="note">
      ${
        seed === null
          ? msg('The same kernel lies on every channel that comes in, and the results are added.')
          : msg(
              str`PyTorch's weights for seed ${seed}; shown are those for the first channel that comes in. An edit makes them yours.`,
            )
      }
    </p>
    <div class="fields">
      <corr2d-number-field
        .label=${msg('PyTorch seed')}
        .value=${seed ?? 0}
        .minimum=${LIMITS.seed.minimum}
        .maximum=${LIMITS.seed.maximum}
        .fault=${faults.text('layer-seed')}
        @field-entered=${({ detail }: CustomEvent<string>) => {
          faults.attempt('layer-seed', () => {
            return store.apply(setLayerSeed, { at: open, seed: parseField('seed', detail, LIMITS.seed) });
          });
        }}
      ></corr2d-number-field>
      ${
        learned
          ? html`<button
              type="button"
              @click=${() => {
                faults.act(() => store.apply(replaceLayerKernel(open, channel)('set-kernel'), learned));
              }}
            >
              ${msg('What scene 3 has learned')}
            </button>`
          : nothing
      }
    </div>
  `;
}

function renderChannels(count: number, chosen: number, onChannel: (channel: number) => void): TemplateResult {
  return html`<div class="bar" role="group" aria-label=${msg('Channel')}>
    <span>${msg('Channel')}</span>
    ${Array.from(
      { length: count },
      (_, channel) =>
        html`<button
          type="button"
          aria-pressed=${channel === chosen ? 'true' : 'false'}
          @click=${() => {
            onChannel(channel);
          }}
        >
          ${channel + 1}
        </button>`,
    )}
  </div>`;
}

function renderKernel(edited: EditedStack, channel: number, kernel: NumberGrid): TemplateResult {
  const { faults, store, open } = edited;
  return html`<corr2d-number-grid
      class="kernel"
      name="kernel"
      tone="kernel"
      fill="weights"
      editable
      .decimals=${4}
      .label=${msg('Kernel')}
      .grid=${kernel}
      .faults=${faults.cells('kernel')}
      @cell-typed=${({ detail: { row, column, text } }: CustomEvent<CellText>) => {
        const key = `kernel:${cellKey(row, column)}`;
        faults.attempt(key, () => {
          const value = parseField('kernel', text, LIMITS.weight, { row, column });
          return store.apply(setLayerCell, { at: open, channel, row, column, value }, { merge: key });
        });
      }}
      @cell-committed=${() => {
        store.endMerge();
      }}
      @cell-reverted=${({ detail: { row, column } }: CustomEvent<GridCell>) => {
        faults.clear(`kernel:${cellKey(row, column)}`);
      }}
      @block-pasted=${({ detail }: CustomEvent<CellText>) => {
        pasteBlock(editedKernel(edited, channel, kernel), detail);
      }}
    ></corr2d-number-grid>
    ${faults.cellTexts(['kernel']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}`;
}

function renderTools(edited: EditedStack, channel: number, kernel: NumberGrid): TemplateResult {
  return renderKernelTools(editedKernel(edited, channel, kernel));
}

function editedKernel(
  { store, faults, part, open }: EditedStack,
  channel: number,
  kernel: NumberGrid,
): EditedKernel {
  return { store, faults, kernel, image: part.image, replace: replaceLayerKernel(open, channel) };
}
