/** The lesson of a scene: a few paragraphs with live numbers and terms that light up the figure, and tasks to solve. */
import { msg } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SceneName } from '../../state/address.ts';
import { isPlainSgd } from '../../state/document.ts';
import { Progress } from '../../state/lesson/progress.ts';
import { solvedTasks, tasksOf, type TaskName } from '../../state/lesson/task.ts';
import { correlationText } from '../lesson/correlation-text.ts';
import { edgesText } from '../lesson/edges-text.ts';
import { GlossaryOpener } from '../lesson/glossary-opener.ts';
import { learningText, type PlainDescent } from '../lesson/learning-text.ts';
import { lessonStyle } from '../lesson/lesson-style.ts';
import type { LiveNumber } from '../lesson/live-number.ts';
import { receptiveText } from '../lesson/receptive-text.ts';
import '../lesson/task-list.ts';
import { lightTerm, termAt } from '../lesson/term-light.ts';
import { asTerm, type TermName } from '../lesson/terms.ts';
import { OnDemand } from '../loading/on-demand.ts';
import { currentLocale } from '../shell/locale.ts';
import { storedFold, storeFold } from '../shell/preferences.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { editLiveNumber } from './lesson-edit.ts';
import { PinnedFigure } from './pinned-figure.ts';
import { SceneElement } from './scene-element.ts';

/** Tasks are looked at when the document has been quiet for so long. */
const QUIET_MS = 250;
const LIVE = 'live';
/** What only paper shows is fetched when the rest stands. */
const HANDOUT_MS = 1000;

@customElement('corr2d-scene-lesson')
export class SceneLessonElement extends SceneElement {
  static override styles = [controlStyle, lessonStyle];

  @property() scene: SceneName = 'correlation';
  /** Only its heading is shown, and it stands below the figure. */
  @property({ type: Boolean, reflect: true, attribute: 'data-folded' }) folded = storedFold();
  @state() private fresh: readonly TaskName[] = [];

  private readonly glossary = new GlossaryOpener(this);
  private readonly handout = new OnDemand(this, () => import('../lesson/lesson-handout.ts'));
  private readonly pinned = new PinnedFigure();
  private progress!: Progress;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stopFollowing: (() => void) | null = null;

  protected override open(session: Session): void {
    this.progress = session.progress ??= new Progress(() => localStorage);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopFollowing = this.session.store.$document.subscribe(() => {
      if (this.timer !== null) clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.checkTasks(), QUIET_MS);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopFollowing?.();
    if (this.timer !== null) clearTimeout(this.timer);
    this.pinned.unpin();
    lightTerm(null);
  }

  override render(): TemplateResult {
    return html`<header>
        <h2>${msg('What happens here')}</h2>
        <button type="button" aria-expanded=${this.folded ? 'false' : 'true'} @click=${this.onFold}>
          ${this.folded ? msg('Show the text') : msg('Hide the text')}
        </button>
      </header>
      ${this.folded ? nothing : this.renderLesson()} ${this.glossary.render()}`;
  }

  override firstUpdated(): void {
    this.renderRoot.addEventListener('click', this.onAsked);
    setTimeout(() => {
      this.handout.want();
    }, HANDOUT_MS);
  }

  private renderLesson(): TemplateResult {
    const fault = this.faults.text(LIVE);
    return html`<div
        class="text"
        @pointerover=${this.onPointed}
        @pointerleave=${this.onLeft}
        @focusin=${this.onPointed}
        @focusout=${this.onLeft}
        @keydown=${this.onKeyDown}
        @number-moved=${this.onMoved}
        @number-settled=${this.onSettled}
      >
        ${this.renderText()} ${fault ? html`<p class="fault" role="alert">${fault}</p>` : nothing}
      </div>
      <section class="tasks">
        <h3>${msg('Try it')}</h3>
        <corr2d-task-list
          .tasks=${tasksOf(this.scene)}
          .solved=${this.progress.solved}
          .fresh=${this.fresh}
        ></corr2d-task-list>
      </section>
      <footer>
        <button
          type="button"
          @click=${() => {
            this.glossary.open('');
          }}
        >
          ${msg('Glossary and literature')}
        </button>
      </footer>
      ${this.handout.show(
        () =>
          html`<corr2d-lesson-handout
            .terms=${this.usedTerms()}
            ?chinese=${currentLocale() === 'zh-CN'}
          ></corr2d-lesson-handout>`,
      )}`;
  }

  private renderText(): TemplateResult {
    const { correlation, edges, receptive } = this.document.value;
    switch (this.scene) {
      case 'correlation':
        return correlationText(correlation);
      case 'edges':
        return edgesText(edges.kernel);
      case 'learning':
        return learningText(this.plainDescent);
      case 'receptive':
        return receptiveText(receptive);
    }
  }

  /** The terms of the text, each once, in its order. */
  private usedTerms(): readonly TermName[] {
    const words = [...this.renderRoot.querySelectorAll<HTMLElement>('.text .term')];
    return [...new Set(words.map(({ dataset }) => asTerm(dataset.names)))].filter((name) => name !== null);
  }

  /** Null for anything but plain gradient descent on an image that decides something. */
  private get plainDescent(): PlainDescent | null {
    const { learning } = this.document.value;
    const limits = this.session.learner?.studied?.analysis.limits;
    if (!isPlainSgd(learning.optimizer) || !limits || limits.largest <= 0) return null;
    return { rate: learning.rate, curvature: limits.largest };
  }

  private async checkTasks(): Promise<void> {
    const document = this.session.store.$document.get();
    try {
      this.fresh = this.progress.add(await solvedTasks(this.scene, document));
    } catch {
      // Offline, or a new version is out: tasks are looked at again after the next edit.
    }
  }

  private readonly onPointed = (event: Event): void => {
    lightTerm(termAt(event));
  };

  private readonly onLeft = (): void => {
    lightTerm(null);
  };

  private readonly onAsked = (event: Event): void => {
    const term = isTerm(event.target) ? termAt(event) : null;
    if (term) this.glossary.open(term);
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if ((event.key !== 'Enter' && event.key !== ' ') || !isTerm(event.target)) return;
    event.preventDefault();
    this.onAsked(event);
  };

  private onMoved({ detail: { name, value }, target }: CustomEvent<LiveNumber>): void {
    if (target instanceof Element) this.pinned.pin(this.parentElement, target);
    this.faults.attempt(LIVE, () => editLiveNumber(this.session.store, name, value));
  }

  private onSettled(): void {
    this.session.store.endMerge();
  }

  private onFold(): void {
    this.folded = !this.folded;
    storeFold(this.folded);
  }
}

/** A word of the text, not a part of a formula. */
function isTerm(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.classList.contains('term');
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-scene-lesson': SceneLessonElement;
  }
}
