/** What is learned: sizes of teacher and learner, where the target comes from, noise on it. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { learnerSize } from '../../state/document.ts';
import { LIMITS } from '../../state/limits.ts';
import { tellChosen } from './setup-events.ts';
import { SetupPartElement, setupPartStyle } from './setup-part.ts';

@customElement('corr2d-problem-setup')
export class ProblemSetupElement extends SetupPartElement {
  static override styles = setupPartStyle;

  override render(): TemplateResult {
    const { learning } = this;
    if (!learning) return html``;
    const { teacher, noise } = learning;
    const learner = learnerSize(learning);
    return html`
      <div class="fields">
        ${this.field('teacher-rows', msg('Teacher rows'), teacher.rows, LIMITS.kernelSide)}
        ${this.field('teacher-columns', msg('Teacher columns'), teacher.columns, LIMITS.kernelSide)}
      </div>
      <div class="fields">
        ${this.field('learner-rows', msg('Learner rows'), learner.rows, LIMITS.kernelSide)}
        ${this.field('learner-columns', msg('Learner columns'), learner.columns, LIMITS.kernelSide)}
      </div>
      ${learning.learner ? html`<p class="hint">${sizeText(teacher, learner)}</p>` : nothing}
      <div class="fields">
        ${this.field('noise', msg('Noise on the target'), noise.deviation, LIMITS.noise, 0.1)}
        ${
          noise.deviation > 0
            ? this.field('noise-seed', msg('Seed of the noise'), noise.seed, LIMITS.seed)
            : nothing
        }
      </div>
      ${
        learning.painted
          ? html`<p class="hint">${msg('The target was entered by hand; the teacher plays no part.')}</p>
              <div>
                <button
                  type="button"
                  @click=${() => {
                    tellChosen(this, { of: 'teacher-target' });
                  }}
                >
                  ${msg('Take the teacher’s response again')}
                </button>
              </div>`
          : html`<p class="hint">
              ${msg('Type into the target above to learn any response you like instead of the teacher’s.')}
            </p>`
      }
    `;
  }
}

function sizeText(
  teacher: { readonly rows: number; readonly columns: number },
  learner: { readonly rows: number; readonly columns: number },
): string {
  return learner.rows < teacher.rows || learner.columns < teacher.columns
    ? msg('The learner is smaller than the teacher, laid on the middle of its window: some loss remains.')
    : msg(
        'The learner has weights that the teacher lacks. Those that the image decides go to zero; along flat directions they stay where they began.',
      );
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-problem-setup': ProblemSetupElement;
  }
}
