/** Scene 3: gradient descent finds the kernel back, epoch by epoch. */
import { msg } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { replayArticle, resetLearning, setRate } from '../../state/actions/learning.ts';
import { predictedFactors } from '../../state/learning-analysis.ts';
import {
  LearningSession,
  type LearningSetup,
  type RivalRun,
  type RunSpeed,
  type SessionState,
  type Study,
  type TracePoint,
} from '../../state/learning-session.ts';
import { LIMITS } from '../../state/limits.ts';
import type { CellBlock, CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import '../learning/directions-table.ts';
import '../learning/learning-figure.ts';
import '../learning/run-controls.ts';
import '../learning/run-outcome.ts';
import '../learning/run-report.ts';
import '../learning/setup-parts.ts';
import type { RunCommand } from '../learning/run-controls.ts';
import type { SetupChoice, SetupEntered } from '../learning/setup-events.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { drawingStyle } from './image-drawing.ts';
import { LearningDrawings } from './learning-drawings.ts';
import { learningSceneStyle } from './learning-scene-style.ts';
import { learningPictures } from './pictures.ts';
import { SceneElement } from './scene-element.ts';
import { renderProgram } from './learning-program.ts';
import { RunSoFar } from './run-so-far.ts';
import { chooseSetup, editLearningCell, editSetup, pasteLearningBlock } from './setup-edit.ts';

/** A study that takes longer would hold a stroke up. */
const LONGEST_STUDY_MS = 10;

@customElement('corr2d-learning-scene')
export class LearningSceneElement extends SceneElement {
  static override styles = [controlStyle, sceneStyle, drawingStyle, learningSceneStyle];

  protected readonly scene = 'learning';
  @property() theme = '';
  @state() private speed: RunSpeed = 3;

  private readonly drawings = new LearningDrawings(
    this,
    () => this.session.store,
    this.faults,
    () => this.learner.studied?.lesson.examples[0].target ?? null,
  );
  private readonly pictures = learningPictures(this);
  private readonly soFar = new RunSoFar();
  private learner!: LearningSession;
  private shownRun!: StoreController<SessionState>;
  private shownRace!: StoreController<readonly RivalRun[]>;

  protected override open(session: Session): void {
    this.learner = session.learner ??= new LearningSession(session.host);
    this.shownRun = new StoreController(this, this.learner.$session);
    this.shownRace = new StoreController(this, this.learner.$race);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.learner.dispose();
  }

  override willUpdate(): void {
    this.configure();
  }

  override render(): TemplateResult {
    const run = this.shownRun.value;
    const study = this.learner.studied;
    if (!study) return html``;
    const { learning } = this.document.value;
    const { losses, trace } = this.soFar.follow(run);
    return html`<div class="stage">
        <h1>${msg('Can a kernel be learned instead of designed?')}</h1>
        <p class="lead">
          ${msg(
            'The target is what the teacher kernel makes of the image. Learning starts from another kernel and goes down the gradient of the squared error, a step an epoch, until it answers as the teacher does.',
          )}
        </p>
        ${this.drawings.image.renderFolded(msg('Draw another image to learn from'))}
        <div class="target-tools">${this.drawings.target.render(msg('Target'))}</div>
        ${this.renderFigure(run, study)}
        ${this.faults
          .cellTexts(['teacher', 'start', 'target'])
          .map((text) => html`<p class="fault" role="alert">${text}</p>`)}
        <corr2d-run-outcome
          .run=${run}
          .rate=${learning.rate}
          @setup-entered=${this.onEntered}
        ></corr2d-run-outcome>
        ${this.pictures.render({ setup: this.setup, study, run, host: this.session.host })}
      </div>
      <slot name="lesson"></slot>
      <div class="workbench">
        <corr2d-run-report
          .losses=${losses}
          .trace=${trace}
          .analysis=${study.analysis}
          .lesson=${study.lesson}
          .run=${run}
          .own=${learning}
          .rivals=${this.shownRace.value}
          .steps=${learning.steps}
          .look=${this.look.value}
          .theme=${this.theme}
          @setup-chosen=${this.onChosen}
        ></corr2d-run-report>
        <div class="columns">
          <div class="cards">${this.renderSetup(run)} ${this.renderDirections(trace, study)}</div>
          ${renderProgram(losses, run, learning, study, this.onReplay)}
        </div>
        <slot name="code"></slot>
      </div> `;
  }

  private renderFigure(run: SessionState, { lesson }: Study): TemplateResult {
    const { edges, learning } = this.document.value;
    return html`<corr2d-learning-figure
      .image=${edges.image}
      .learning=${learning}
      .lesson=${lesson}
      .run=${run}
      .targetDrawn=${this.drawings.target.drawn}
      .teacherFaults=${this.faults.cells('teacher')}
      .targetFaults=${this.faults.cells('target')}
      .startFaults=${this.faults.cells('start')}
      .settings=${this.drawings.image.settings}
      @cells-painted=${this.drawings.onPainted}
      @image-made=${this.drawings.onMade}
      @tool-chosen=${this.drawings.onTool}
      @stroke-ended=${this.onEnded}
      @cell-typed=${this.onTyped}
      @cell-committed=${this.onEnded}
      @cell-reverted=${this.onReverted}
      @block-pasted=${this.onPasted}
    >
      <corr2d-run-controls
        slot="run"
        .status=${run.status}
        .step=${run.step}
        .steps=${learning.steps}
        .taken=${run.losses.length}
        .speed=${this.speed}
        @run-commanded=${this.onCommand}
        @speed-chosen=${this.onSpeed}
        @step-sought=${(event: CustomEvent<number>) => {
          this.learner.goTo(event.detail);
        }}
      ></corr2d-run-controls>
    </corr2d-learning-figure>`;
  }

  private renderSetup(run: SessionState): TemplateResult {
    return html`<section
      class="card"
      @setup-entered=${this.onEntered}
      @setup-chosen=${this.onChosen}
      @rate-slid=${this.onRate}
      @rate-settled=${this.onEnded}
    >
      <h2>${msg('How it learns')}</h2>
      <corr2d-setup-parts
        .learning=${this.document.value.learning}
        .limits=${run.limits}
        .faults=${this.faults.texts('setup')}
      ></corr2d-setup-parts>
      <button type="button" @click=${this.onReset}>${msg('Back to the example’s set-up')}</button>
      <p class="fault" role="alert" ?hidden=${!this.faults.actionText}>${this.faults.actionText}</p>
    </section>`;
  }

  private renderDirections(trace: readonly TracePoint[], { analysis }: Study): TemplateResult {
    const { learning } = this.document.value;
    return html`<section class="card" @setup-chosen=${this.onChosen}>
      <h2>${msg('Why it converges, swings or explodes')}</h2>
      <corr2d-directions-table
        .analysis=${analysis}
        .predicted=${predictedFactors(analysis, learning)}
        .trace=${trace}
        ?decays=${learning.optimizer.weightDecay > 0}
        ?full=${learning.batch.length >= LIMITS.batch.maximum}
      ></corr2d-directions-table>
    </section>`;
  }

  private onCommand({ detail }: CustomEvent<RunCommand>): void {
    switch (detail) {
      case 'back':
        this.learner.goTo(this.shownRun.value.step - 1);
        break;
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

  private onEnded(): void {
    this.drawings.end();
    this.session.store.endMerge();
    this.requestUpdate();
  }

  private onPasted({ detail }: CustomEvent<CellBlock>): void {
    const study = this.learner.studied;
    const name = detail.grid === 'teacher' || detail.grid === 'target' ? detail.grid : 'start';
    if (!study) return;
    const done = this.faults.attempt(`${name}:block`, () =>
      pasteLearningBlock(this.session.store, name, detail, study.lesson),
    );
    if (done) this.faults.clearGroup(name);
  }

  private onTyped({ detail: { grid, ...cell } }: CustomEvent<CellText>): void {
    const name = grid === 'teacher' || grid === 'target' ? grid : 'start';
    const key = `${name}:${cellKey(cell.row, cell.column)}`;
    const target = this.learner.studied?.lesson.examples[0].target;
    if (!target) return;
    this.faults.attempt(key, () => editLearningCell(this.session.store, name, cell, target, key));
  }

  private onReverted({ detail: { grid, row, column } }: CustomEvent<GridCell>): void {
    this.faults.clear(`${grid}:${cellKey(row, column)}`);
  }

  private onEntered({ detail: { field, text } }: CustomEvent<SetupEntered>): void {
    const done = this.faults.attempt(`setup:${field}`, () => editSetup(this.session.store, field, text));
    if (!done || !/^(teacher|learner)-/.test(field)) return;
    ['teacher', 'target', 'start'].forEach((grid) => {
      this.faults.clearGroup(grid);
    });
  }

  private onChosen({ detail }: CustomEvent<SetupChoice>): void {
    this.faults.act(() => chooseSetup(this.session.store, detail));
  }

  private onRate({ detail }: CustomEvent<number>): void {
    const { store } = this.session;
    this.faults.attempt('setup:rate', () => store.apply(setRate, detail, { merge: 'rate' }));
  }

  private readonly onReplay = (): void => {
    this.faults.act(() => this.session.store.apply(replayArticle, undefined));
    if (this.faults.actionText) return;
    this.configure();
    this.learner.reset();
    this.learner.run(this.speed);
  };

  private get setup(): LearningSetup {
    return { image: this.document.value.edges.image, ...this.document.value.learning };
  }

  private configure(): void {
    if (this.drawings.isDrawing && this.learner.studyMs > LONGEST_STUDY_MS) return;
    this.learner.configure(this.setup);
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
