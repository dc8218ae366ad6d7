/** What the parts of the set-up tell: texts of fields, and choices. */
import type { FilterName } from '../../math/filters.ts';
import type { PresetName } from '../../math/kernels/preset.ts';
import type { LearningOptimizer, LearningPart, LearningStart, Rival } from '../../state/document.ts';

export type SetupFieldName =
  | 'teacher-rows'
  | 'teacher-columns'
  | 'learner-rows'
  | 'learner-columns'
  | 'noise'
  | 'noise-seed'
  | 'seed'
  | 'momentum'
  | 'dampening'
  | 'weight-decay'
  | 'beta1'
  | 'beta2'
  | 'epsilon'
  | 'stop-loss'
  | 'stop-gradient'
  | 'rate'
  | 'steps';

export interface SetupEntered {
  readonly field: SetupFieldName;
  readonly text: string;
}

export type StartKind = LearningStart['kind'];

export type SetupChoice =
  | { readonly of: 'start'; readonly kind: StartKind }
  | { readonly of: 'loss'; readonly loss: LearningPart['loss'] }
  | { readonly of: 'optimizer'; readonly kind: LearningOptimizer['kind'] }
  | { readonly of: 'nesterov'; readonly on: boolean }
  | { readonly of: 'target'; readonly source: 'teacher' | FilterName }
  | { readonly of: 'teacher-preset'; readonly name: PresetName }
  | { readonly of: 'bias'; readonly on: boolean }
  | { readonly of: 'freeze'; readonly index: number }
  | { readonly of: 'add-to-batch'; readonly made: 'copy' | 'transposed' | 'noise' | 'helpful' }
  | { readonly of: 'remove-from-batch' | 'paint-on-batch'; readonly index: number }
  | { readonly of: 'add-rival'; readonly rival: Rival }
  | { readonly of: 'remove-rival' | 'run-rival'; readonly index: number };

declare global {
  interface HTMLElementEventMap {
    'setup-entered': CustomEvent<SetupEntered>;
    'setup-chosen': CustomEvent<SetupChoice>;
  }
}

export function tellEntered(element: HTMLElement, detail: SetupEntered): void {
  element.dispatchEvent(new CustomEvent('setup-entered', { detail, bubbles: true, composed: true }));
}

export function tellChosen(element: HTMLElement, detail: SetupChoice): void {
  element.dispatchEvent(new CustomEvent('setup-chosen', { detail, bubbles: true, composed: true }));
}
