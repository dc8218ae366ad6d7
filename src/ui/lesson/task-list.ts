/** Tasks that the page checks by itself, each with a hint to unfold and a quiet sign when it is solved. */
import { msg, str, updateWhenLocaleChanges } from '@lit/localize';
import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { TaskName } from '../../state/lesson/task.ts';
import { controlStyle } from '../style/controls.ts';
import { taskText } from '../wording/task-text.ts';

const TICK = svg`<path d="m5 13 4 4L19 7" />`;

@customElement('corr2d-task-list')
export class TaskListElement extends LitElement {
  static override styles = [
    controlStyle,
    css`
      :host {
        display: block;
      }

      ol {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: 1.5rem 1fr;
        gap: var(--space-2);
      }

      .mark {
        display: grid;
        place-items: center;
        width: 1.375rem;
        height: 1.375rem;
        border: 1.5px solid var(--rule-strong);
        border-radius: 50%;
      }

      .solved .mark {
        border-color: var(--target);
        background: var(--target);
        color: var(--paper);
      }

      .mark svg {
        width: 1rem;
        height: 1rem;
        stroke-width: 2.5;
      }

      p {
        margin: 0;
      }

      details {
        margin-top: var(--space-1);
        color: var(--ink-soft);
      }

      summary {
        width: fit-content;
        min-height: 1.5rem;
        cursor: pointer;
        font-size: var(--text-s);
      }

      @media (prefers-reduced-motion: no-preference) {
        .fresh .mark {
          animation: appear 0.4s ease-out;
        }

        @keyframes appear {
          from {
            transform: scale(0.2);
          }
        }
      }

      @media print {
        details {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) tasks: readonly TaskName[] = [];
  @property({ attribute: false }) solved: ReadonlySet<TaskName> = new Set();
  /** Solved a moment ago: they are told to screen readers. */
  @property({ attribute: false }) fresh: readonly TaskName[] = [];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  override render(): TemplateResult {
    const done = this.fresh.map((task) => msg(str`Solved: ${taskText(task).text}`));
    return html`<ol>
        ${repeat(
          this.tasks,
          (task) => task,
          (task) => this.renderTask(task),
        )}
      </ol>
      <p class="visually-hidden" role="status">${done.join(' ')}</p>`;
  }

  private renderTask(task: TaskName): TemplateResult {
    const { text, hint } = taskText(task);
    const solved = this.solved.has(task);
    const classes = [solved ? 'solved' : 'open', this.fresh.includes(task) ? 'fresh' : ''].join(' ');
    return html`<li class=${classes} data-task=${task}>
      <span class="mark" role="img" aria-label=${solved ? msg('solved') : msg('not solved yet')}
        ><svg viewBox="0 0 24 24" aria-hidden="true" ?hidden=${!solved}>${TICK}</svg></span
      >
      <div>
        <p>${text}</p>
        <details>
          <summary>${msg('Hint')}</summary>
          <p>${hint}</p>
        </details>
      </div>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-task-list': TaskListElement;
  }
}
