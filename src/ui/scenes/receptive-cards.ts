/** Parts of scene 4 beside its figure: examples, deeper for wider, the effective field. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import type { MapShape } from '../../math/stack/layer.ts';
import type { NetworkKey } from '../../math/stack/network-names.ts';
import {
  setDepth,
  setDraws,
  setNetwork,
  useDepth,
  useNetwork,
  useStackExample,
} from '../../state/actions/receptive.ts';
import type { NumberGrid } from '../../state/document.ts';
import type { EffectiveState } from '../../state/effective-field.ts';
import { parseField } from '../../state/input.ts';
import { LIMITS } from '../../state/limits.ts';
import { hasSeeds, type DepthView } from '../../state/stack.ts';
import { STACK_EXAMPLES } from '../../state/stack-examples.ts';
import type { Store } from '../../state/store.ts';
import '../field/number-field.ts';
import '../receptive/depth-figure.ts';
import '../receptive/effective-figure.ts';
import '../receptive/network-table.ts';
import { stackExampleName } from '../wording/layer-text.ts';
import type { Faults } from './faults.ts';

export function renderExamples(store: Store, faults: Faults): TemplateResult {
  return html`<div class="bar examples" role="group" aria-label=${msg('Examples')}>
    ${STACK_EXAMPLES.map(
      (name) =>
        html`<button
          type="button"
          data-example=${name}
          @click=${() => {
            faults.act(() => store.apply(useStackExample, name));
          }}
        >
          ${stackExampleName(name)}
        </button>`,
    )}
  </div>`;
}

export function renderDepth(store: Store, faults: Faults, image: NumberGrid): TemplateResult {
  const { depth } = store.$document.get().receptive;
  return html`<p class="note first">
      ${msg(
        'An element that has to see more of the image needs a deeper network: each layer widens the field.',
      )}
    </p>
    <corr2d-depth-figure
      .depth=${depth}
      .image=${image}
      @depth-chosen=${({ detail }: CustomEvent<DepthView>) => {
        faults.attempt('depth', () => store.apply(setDepth, detail, { merge: 'depth' }));
      }}
      @depth-settled=${() => {
        store.endMerge();
      }}
      @depth-taken=${() => {
        faults.act(() => store.apply(useDepth, depth));
      }}
    ></corr2d-depth-figure>`;
}

export function renderNetworks(store: Store, faults: Faults): TemplateResult {
  return html`<corr2d-network-table
    network=${store.$document.get().receptive.network}
    @network-chosen=${({ detail }: CustomEvent<NetworkKey>) => {
      faults.attempt('network', () => store.apply(setNetwork, detail));
    }}
    @network-taken=${({ detail }: CustomEvent<NetworkKey>) => {
      faults.act(() => store.apply(useNetwork, detail));
    }}
  ></corr2d-network-table>`;
}

export function renderEffective(
  store: Store,
  faults: Faults,
  shapes: readonly MapShape[],
  state: EffectiveState,
): TemplateResult {
  const { layers, draws } = store.$document.get().receptive;
  return html`<corr2d-effective-figure
      .state=${state}
      .layers=${layers}
      .shapes=${shapes}
    ></corr2d-effective-figure>
    ${hasSeeds(layers) ? renderDraws(store, faults, draws) : nothing}`;
}

function renderDraws(store: Store, faults: Faults, draws: number): TemplateResult {
  return html`<corr2d-number-field
    class="draws"
    .label=${msg('Averaged over draws of the weights')}
    .value=${draws}
    .minimum=${LIMITS.draws.minimum}
    .maximum=${LIMITS.draws.maximum}
    .fault=${faults.text('draws')}
    @field-entered=${({ detail }: CustomEvent<string>) => {
      faults.attempt('draws', () => store.apply(setDraws, parseField('draws', detail, LIMITS.draws)));
    }}
  ></corr2d-number-field>`;
}
