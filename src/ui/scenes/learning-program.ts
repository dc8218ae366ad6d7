/** What the tutorial's program prints of a run, and that program. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { LearningPart } from '../../state/document.ts';
import { logLines, type SessionState, type Study } from '../../state/learning-session.ts';
import { torchLearning } from '../../state/program/torch-learning.ts';
import '../learning/training-log.ts';

export function renderProgram(
  losses: readonly number[],
  run: SessionState,
  learning: LearningPart,
  { lesson }: Study,
  onReplay: () => void,
): TemplateResult {
  return html`<section class="card">
    <h2>${msg('What the program prints')}</h2>
    <corr2d-training-log
      .lines=${guard([losses], () => logLines(losses))}
      .kernel=${run.status === 'finished' ? run.kernel : null}
      .bias=${run.bias}
    ></corr2d-training-log>
    <button type="button" @click=${onReplay}>${msg('Run the tutorial’s ten epochs')}</button>
    <details class="program" open>
      <summary>${msg('The PyTorch program that prints these lines')}</summary>
      <pre tabindex="0">${guard([learning, lesson], () => torchLearning(learning, lesson))}</pre>
    </details>
  </section>`;
}
