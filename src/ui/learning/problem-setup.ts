/** What is learned, and with what: the target, sizes, the batch, a bias, frozen weights. */
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { FILTER_NAMES, type FilterName } from '../../math/filters.ts';
import { PRESET_NAMES } from '../../math/kernels/preset.ts';
import { guideSize, learnerSize, type LearningPart } from '../../state/document.ts';
import { NEAR_DEVIATION } from '../../state/learning-start.ts';
import { LIMITS } from '../../state/limits.ts';
import { filterName } from '../wording/filter-text.ts';
import { presetName } from '../wording/preset-text.ts';
import { renderTerms } from '../lesson/term-row.ts';
import './freeze-grid.ts';
import './image-batch.ts';
import { tellChosen } from './setup-events.ts';
import { chosenValue, SetupPartElement, setupPartStyle } from './setup-part.ts';

@customElement('corr2d-problem-setup')
export class ProblemSetupElement extends SetupPartElement {
  static override styles = setupPartStyle;

  override render(): TemplateResult {
    const { learning } = this;
    if (!learning) return html``;
    const { noise } = learning;
    return html`
      ${this.renderTarget(learning)}
      <div class="fields">
        ${this.field('noise', msg('Noise on the target'), noise.deviation, LIMITS.noise, 0.1)}
        ${
          noise.deviation > 0
            ? this.field('noise-seed', msg('Seed of the noise'), noise.seed, LIMITS.seed)
            : nothing
        }
      </div>
      ${this.renderSizes(learning)} ${this.renderWeights(learning)}
      <h3 class="label">${msg('Images of the batch')}</h3>
      <corr2d-image-batch .batch=${learning.batch}></corr2d-image-batch>
      ${renderTerms(['target', 'residual', 'bias'])}
    `;
  }

  private renderTarget({ painted, filter }: LearningPart): TemplateResult {
    const source = painted ? 'hand' : (filter ?? 'teacher');
    return html`<div class="fields">
        <div>
          <label class="label" for="source">${msg('Target')}</label>
          <select id="source" @change=${this.onSource}>
            <option value="teacher" ?selected=${source === 'teacher'}>
              ${msg('what the teacher answers')}
            </option>
            <option value="hand" ?selected=${source === 'hand'} ?hidden=${source !== 'hand'} disabled>
              ${msg('entered by hand')}
            </option>
            <optgroup label=${msg('A filter of 3 × 3 cells')}>
              ${FILTER_NAMES.map(
                (name) =>
                  html`<option value=${name} ?selected=${source === name}>${filterName(name)}</option>`,
              )}
            </optgroup>
          </select>
        </div>
        <div>
          <label class="label" for="preset">${msg('Teacher from the gallery')}</label>
          <select id="preset" @change=${this.onPreset}>
            <option value="" selected>${msg('choose…')}</option>
            ${PRESET_NAMES.map((name) => html`<option value=${name}>${presetName(name)}</option>`)}
          </select>
        </div>
      </div>
      <p class="hint">${sourceText(source)}</p>`;
  }

  private renderSizes(learning: LearningPart): TemplateResult {
    const { teacher } = learning;
    const learner = learnerSize(learning);
    return html`<div class="fields">
        ${this.field('teacher-rows', msg('Teacher rows'), teacher.rows, LIMITS.kernelSide)}
        ${this.field('teacher-columns', msg('Teacher columns'), teacher.columns, LIMITS.kernelSide)}
      </div>
      <div class="fields">
        ${this.field('learner-rows', msg('Learner rows'), learner.rows, LIMITS.kernelSide)}
        ${this.field('learner-columns', msg('Learner columns'), learner.columns, LIMITS.kernelSide)}
      </div>
      ${learning.learner ? html`<p class="hint">${sizeText(learning)}</p>` : nothing}
      ${
        learning.start.kind === 'near'
          ? html`<p class="hint">
              ${msg(str`The start near the teacher adds normal noise of deviation ${NEAR_DEVIATION} to each weight.`)}
            </p>`
          : nothing
      }`;
  }

  private renderWeights(learning: LearningPart): TemplateResult {
    const size = learnerSize(learning);
    const free = size.rows * size.columns + (learning.bias ? 1 : 0) - learning.frozen.length;
    return html`<label class="tick">
        <input type="checkbox" .checked=${learning.bias} @change=${this.onBias} />
        ${msg('The learner has a bias, which is added to every response element')}
      </label>
      <div>
        <span class="label">${msg('Weights that stay where they start')}</span>
        <corr2d-freeze-grid .size=${size} .frozen=${learning.frozen} ?last=${free === 1}></corr2d-freeze-grid>
      </div>`;
  }

  private onSource(event: Event): void {
    const source = chosenValue(event);
    if (source === 'teacher' || isFilter(source)) tellChosen(this, { of: 'target', source });
  }

  private onPreset(event: Event): void {
    const name = PRESET_NAMES.find((each) => each === chosenValue(event));
    if (event.target instanceof HTMLSelectElement) event.target.value = '';
    if (name) tellChosen(this, { of: 'teacher-preset', name });
  }

  private onBias(event: Event): void {
    if (event.target instanceof HTMLInputElement) tellChosen(this, { of: 'bias', on: event.target.checked });
  }
}

function isFilter(text: string): text is FilterName {
  return FILTER_NAMES.some((name) => name === text);
}

function sourceText(source: 'hand' | 'teacher' | FilterName): string {
  switch (source) {
    case 'teacher':
      return msg('Type or draw on the target above to learn any response you like instead of the teacher’s.');
    case 'hand':
      return msg('The target was entered by hand; the teacher plays no part.');
    case 'gaussian':
    case 'laplacian':
      return msg(
        'This filter is a correlation: a kernel of its size can learn it back. The teacher plays no part.',
      );
    default:
      return msg(
        'This filter is no correlation: no kernel gives its results, and learning ends at the nearest that one can. The teacher plays no part.',
      );
  }
}

function sizeText(learning: LearningPart): string {
  const guide = guideSize(learning);
  const learner = learnerSize(learning);
  if (learner.rows < guide.rows || learner.columns < guide.columns)
    return msg(
      'The learner is smaller than what made the target, laid on the middle of its window: some loss remains.',
    );
  return learning.optimizer.weightDecay > 0
    ? msg(
        'The learner has weights that the teacher lacks. Weight decay draws those to zero that the image does not decide.',
      )
    : msg(
        'The learner has weights that the teacher lacks. Those that the image decides go to zero; along flat directions they stay where they began.',
      );
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-problem-setup': ProblemSetupElement;
  }
}
