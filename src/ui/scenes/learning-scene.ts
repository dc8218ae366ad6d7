/** Scene 3: gradient descent finds the kernel back, epoch by epoch. */
import { msg, str } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { DEFAULT_GEOMETRY } from '../../math/geometry.ts';
import { paintCells } from '../../state/actions/edges.ts';
import { resetLearning, setStart, setStartCell, setTeacherCell } from '../../state/actions/learning.ts';
import { startKernel, type LearningStart } from '../../state/document.ts';
import { parseField } from '../../state/input.ts';
import { LearningSession, logLines, type RunSpeed, type SessionState } from '../../state/learning-session.ts';
import { LIMITS } from '../../state/limits.ts';
import { createResponse, type Response, type ResponseState } from '../../state/response.ts';
import type { CellText, GridCell, PaintedCells } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import '../learning/learning-charts.ts';
import '../learning/learning-figure.ts';
import '../learning/learning-setup.ts';
import type { SetupEntered, StartKind } from '../learning/learning-setup.ts';
import '../learning/run-controls.ts';
import type { RunCommand } from '../learning/run-controls.ts';
import '../learning/training-log.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { problemText } from '../wording/problem-text.ts';
import { SceneElement } from './scene-element.ts';
import { editSetup } from './setup-edit.ts';

@customElement('corr2d-learning-scene')
export class LearningSceneElement extends SceneElement {
  static override styles = [
    controlStyle,
    sceneStyle,
    css`
      .card > button {
        margin-top: var(--space-4);
      }
    `,
  ];

  @property() theme = '';
  @state() private speed: RunSpeed = 3;

  private target!: Response;
  private shownTarget!: StoreController<ResponseState>;
  private learner!: LearningSession;
  private shownRun!: StoreController<SessionState>;

  protected override open(session: Session): void {
    this.target = createResponse(session.host);
    this.learner = session.learner ??= new LearningSession(session.host);
    this.shownTarget = new StoreController(this, this.target.$response);
    this.shownRun = new StoreController(this, this.learner.$session);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.learner.dispose();
  }

  override willUpdate(): void {
    const { edges, learning } = this.document.value;
    this.target.request(edges.image, learning.teacher, DEFAULT_GEOMETRY);
    this.learner.configure({ image: edges.image, ...learning });
  }

  override render(): TemplateResult {
    const { edges, learning } = this.document.value;
    const run = this.shownRun.value;
    return html`
      <h1>${msg('Can a kernel be learned instead of designed?')}</h1>
      <p class="lead">
        ${msg(
          'The target is what the teacher kernel makes of the image. Learning starts from another kernel and goes down the gradient of the squared error, a step an epoch, until it answers as the teacher does.',
        )}
      </p>
      <corr2d-learning-figure
        .image=${edges.image}
        .teacher=${learning.teacher}
        .start=${startKernel(learning)}
        .learned=${run.kernel}
        .gradient=${run.gradient}
        .target=${this.shownTarget.value}
        .teacherFaults=${this.faults.cells('teacher')}
        .startFaults=${this.faults.cells('start')}
        @cells-painted=${this.onPainted}
        @stroke-ended=${this.onEnded}
        @cell-typed=${this.onTyped}
        @cell-committed=${this.onEnded}
        @cell-reverted=${this.onReverted}
      >
        <corr2d-run-controls
          slot="run"
          .status=${run.status}
          .step=${run.step}
          .steps=${learning.steps}
          .speed=${this.speed}
          @run-commanded=${this.onCommand}
          @speed-chosen=${this.onSpeed}
        ></corr2d-run-controls>
      </corr2d-learning-figure>
      ${this.faults.cellTexts(['teacher', 'start']).map((text) => html`<p class="fault" role="alert">${text}</p>`)}
      ${this.renderOutcome(run)}
      <corr2d-learning-charts
        .losses=${run.losses}
        .trace=${run.trace}
        .teacher=${learning.teacher}
        .steps=${learning.steps}
        .theme=${this.theme}
      ></corr2d-learning-charts>
      <div class="columns">
        <section class="card">
          <h2>${msg('How it learns')}</h2>
          <corr2d-learning-setup
            .learning=${learning}
            .limits=${run.limits}
            .faults=${this.faults.texts('setup')}
            @setup-entered=${this.onEntered}
            @start-chosen=${this.onStart}
          ></corr2d-learning-setup>
          <button type="button" @click=${this.onReset}>${msg('Back to the example')}</button>
          <p class="fault" role="alert" ?hidden=${!this.faults.actionText}>${this.faults.actionText}</p>
        </section>
        <section class="card">
          <h2>${msg('What the program prints')}</h2>
          <corr2d-training-log
            .lines=${logLines(run.losses)}
            .kernel=${run.status === 'finished' ? run.kernel : null}
          ></corr2d-training-log>
        </section>
      </div>
    `;
  }

  private renderOutcome(run: SessionState): TemplateResult {
    return html`<div role="status">
      ${run.status === 'finished' ? html`<p class="note">${this.finishedText(run)}</p>` : nothing}
      ${
        run.problem
          ? html`<p class="fault">${problemText(run.problem)}</p>
              ${run.status === 'diverged' && run.limits ? this.renderRemedy(run.limits.best) : nothing}`
          : nothing
      }
    </div>`;
  }

  private finishedText(run: SessionState): string {
    const loss = (run.losses.at(-1) ?? 0).toPrecision(3);
    return msg(str`Done: ${run.step} epochs, the last loss was ${loss}. Change anything and run again.`);
  }

  private renderRemedy(best: number): TemplateResult {
    const rate = Number(best.toPrecision(3));
    return html`<button
      type="button"
      @click=${() => {
        this.faults.act(() => editSetup(this.session.store, 'rate', String(rate)));
      }}
    >
      ${msg(str`Use the rate ${rate}`)}
    </button>`;
  }

  private onCommand({ detail }: CustomEvent<RunCommand>): void {
    switch (detail) {
      case 'step':
        this.learner.step();
        break;
      case 'run':
        this.learner.run(this.speed);
        break;
      case 'pause':
        this.learner.pause();
        break;
      case 'reset':
        this.learner.reset();
        break;
    }
  }

  private onSpeed({ detail }: CustomEvent<RunSpeed>): void {
    this.speed = detail;
    if (this.shownRun.value.status === 'running') this.learner.run(detail);
  }

  private onPainted({ detail: { cells, value } }: CustomEvent<PaintedCells>): void {
    this.faults.attempt('paint', () => {
      return this.session.store.apply(paintCells, { cells, value }, { merge: 'stroke' });
    });
  }

  private onEnded(): void {
    this.session.store.endMerge();
  }

  private onTyped({ detail: { grid, row, column, text } }: CustomEvent<CellText>): void {
    const name = grid === 'teacher' ? 'teacher' : 'start';
    const key = `${name}:${cellKey(row, column)}`;
    this.faults.attempt(key, () => {
      const value = parseField(name, text, LIMITS.weight, { row, column });
      return this.session.store.apply(
        name === 'teacher' ? setTeacherCell : setStartCell,
        { row, column, value },
        { merge: key },
      );
    });
  }

  private onReverted({ detail: { grid, row, column } }: CustomEvent<GridCell>): void {
    this.faults.clear(`${grid}:${cellKey(row, column)}`);
  }

  private onEntered({ detail: { field, text } }: CustomEvent<SetupEntered>): void {
    const done = this.faults.attempt(`setup:${field}`, () => editSetup(this.session.store, field, text));
    if (!done || !field.startsWith('teacher')) return;
    this.faults.clearGroup('teacher');
    this.faults.clearGroup('start');
  }

  private onStart({ detail }: CustomEvent<StartKind>): void {
    this.faults.act(() => this.session.store.apply(setStart, this.startOf(detail)));
  }

  private startOf(kind: StartKind): LearningStart {
    if (kind === 'torch') return { kind, seed: 0 };
    if (kind === 'typed') return { kind, kernel: startKernel(this.document.value.learning) };
    return { kind };
  }

  private onReset(): void {
    this.faults.act(() => this.session.store.apply(resetLearning, undefined));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'corr2d-learning-scene': LearningSceneElement;
  }
}
