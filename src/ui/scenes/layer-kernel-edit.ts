/** The kernels of a layer of scene 4, one at a time. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import {
  replaceLayerKernel,
  setLayerCell,
  setLayerSeed,
  type KernelPlace,
} from '../../state/actions/receptive.ts';
import type { NumberGrid } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { kernelsOn } from '../../state/layer-weight.ts';
import { LIMITS } from '../../state/limits.ts';
import { channelsInto, type CorrelationLayer } from '../../state/stack.ts';
import '../field/number-field.ts';
import type { CellBlock, CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import '../grid/number-grid.ts';
import { pasteBlock, type EditedKernel } from './edited-kernel.ts';
import { renderKernelTools } from './kernel-edit.ts';
import type { EditedStack, ShownKernel } from './stack-edit.ts';

/** What is edited: a kernel, where it lies, and how many maps its layer gets. */
interface OpenKernel {
  readonly layer: CorrelationLayer;
  readonly incoming: number;
  readonly place: KernelPlace;
  readonly kernel: NumberGrid;
}

/** The kernels of the layer that is open: one at a time, and the tools for it. */
export function renderWeights(edited: EditedStack): TemplateResult | typeof nothing {
  const opened = openKernel(edited);
  if (!opened) return nothing;
  const { layer, incoming, place } = opened;
  const { input, channel } = place;
  const choose = (shown: Partial<ShownKernel>) => {
    edited.onShown({ channel, input, ...shown });
  };
  return html`<section class="card kernels">
    <h2>${msg(str`Kernels of layer ${edited.open + 1}`)}</h2>
    ${renderSeed(edited, opened)}
    ${renderPicker(msg('Output channel'), layer.channels, channel, (to) => {
      choose({ channel: to });
    })}
    ${
      layer.weights.kind === 'torch'
        ? renderPicker(msg('Input channel'), incoming, input, (to) => {
            choose({ input: to });
          })
        : nothing
    }
    ${renderKernel(edited, opened)}
    <div class="editor">${renderKernelTools(editedKernel(edited, opened))}</div>
  </section>`;
}

function openKernel({ part, open, shown }: EditedStack): OpenKernel | null {
  const layer = part.layers[open];
  if (layer?.kind !== 'correlation') return null;
  const incoming = channelsInto(part.layers, open);
  const input = Math.min(shown.input, incoming - 1);
  const channel = Math.min(shown.channel, layer.channels - 1);
  const kernel = kernelsOn(layer, incoming, input)[channel] ?? { rows: 1, columns: 1, values: [0] };
  return { layer, incoming, place: { at: open, channel, input }, kernel };
}

/** What the numbers below are, and what an edit makes of the others. */
function weightsText({ layer: { weights }, incoming, place }: OpenKernel): string {
  if (weights.kind === 'typed') {
    if (incoming === 1) return msg('Kernels of your own, one for each channel that goes out.');
    return msg(
      str`Kernels of your own, one for each channel that goes out: it lies on all ${incoming} channels that come in, and the results are added.`,
    );
  }
  const drawn = msg(str`The weights that PyTorch draws for seed ${weights.seed}.`);
  if (incoming === 1) return `${drawn} ${msg('An edit makes them yours.')}`;
  return `${drawn} ${msg(
    str`Each channel that comes in has a kernel of its own. Kernels of your own are one for each channel that goes out: an edit keeps those of input channel ${place.input + 1}, and lays them on all ${incoming}.`,
  )}`;
}

function renderSeed({ store, faults, open, learned }: EditedStack, opened: OpenKernel): TemplateResult {
  const { weights } = opened.layer;
  const seed = weights.kind === 'torch' ? weights.seed : null;
  return html`
    <p class="note">${weightsText(opened)}</p>
    <div class="fields editor">
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
      <button
        type="button"
        ?disabled=${!learned}
        @click=${() => {
          if (learned) faults.act(() => store.apply(replaceLayerKernel(opened.place)('set-kernel'), learned));
        }}
      >
        ${msg('What scene 3 has learned')}
      </button>
      <button
        type="button"
        @click=${() => {
          const { teacher } = store.$document.get().learning;
          faults.act(() => store.apply(replaceLayerKernel(opened.place)('set-kernel'), teacher));
        }}
      >
        ${msg('The teacher of scene 3')}
      </button>
    </div>
    ${
      learned
        ? nothing
        : html`<p class="note editor">
            ${msg('Scene 3 has learned nothing in this visit yet: take a step there, and its kernel can be used here.')}
          </p>`
    }
  `;
}

/** Which of several kernels is shown; nothing where there is one. */
function renderPicker(
  label: string,
  count: number,
  chosen: number,
  onChosen: (index: number) => void,
): TemplateResult | typeof nothing {
  if (count === 1) return nothing;
  return html`<div class="bar channels" role="group" aria-label=${label}>
    <span>${label}</span>
    ${Array.from(
      { length: count },
      (_, index) =>
        html`<button
          type="button"
          aria-pressed=${index === chosen ? 'true' : 'false'}
          @click=${() => {
            onChosen(index);
          }}
        >
          ${index + 1}
        </button>`,
    )}
  </div>`;
}

function renderKernel(edited: EditedStack, opened: OpenKernel): TemplateResult {
  const { faults, store } = edited;
  const { kernel, place } = opened;
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
          return store.apply(setLayerCell, { ...place, row, column, value }, { merge: key });
        });
      }}
      @cell-committed=${() => {
        store.endMerge();
      }}
      @cell-reverted=${({ detail: { row, column } }: CustomEvent<GridCell>) => {
        faults.clear(`kernel:${cellKey(row, column)}`);
      }}
      @block-pasted=${({ detail }: CustomEvent<CellBlock>) => {
        pasteBlock(editedKernel(edited, opened), detail);
      }}
    ></corr2d-number-grid>
    ${faults.cellTexts(['kernel']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}`;
}

function editedKernel({ store, faults, part }: EditedStack, { kernel, place }: OpenKernel): EditedKernel {
  return { store, faults, kernel, image: part.image, replace: replaceLayerKernel(place) };
}
