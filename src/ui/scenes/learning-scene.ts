/** Scene 3: gradient descent finds the kernel back, epoch by epoch. */
import { msg } from '@lit/localize';
import { StoreController } from '@nanostores/lit';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { replayArticle, resetLearning, setRate } from '../../state/actions/learning.ts';
import { predictedFactors } from '../../state/learning-analysis.ts';
import { residualOf } from '../../state/learning-lesson.ts';
import {
  LearningSession,
  logLines,
  traceToStep,
  type LearningSetup,
  type RunSpeed,
  type SessionState,
  type Study,
  type TracePoint,
} from '../../state/learning-session.ts';
import type { CellText, GridCell } from '../grid/cell-events.ts';
import { cellKey } from '../grid/marks.ts';
import '../learning/directions-table.ts';
import '../learning/learning-figure.ts';
import '../learning/run-controls.ts';
import '../learning/run-outcome.ts';
import '../learning/run-report.ts';
import '../learning/setup-parts.ts';
import type { RunCommand } from '../learning/run-controls.ts';
import type { SetupChoice, SetupEntered } from '../learning/setup-events.ts';
import '../learning/training-log.ts';
import type { Session } from '../shell/session.ts';
import { controlStyle } from '../style/controls.ts';
import { sceneStyle } from '../style/scene.ts';
import { optimizerText } from '../wording/optimizer-text.ts';
import { edgesPicture } from './edges-picture.ts';
import { drawingStyle, ImageDrawing } from './image-drawing.ts';
import { KeptRace } from './kept-race.ts';
import { learningPictures } from './pictures.ts';
import { SceneElement } from './scene-element.ts';
import { chooseSetup, editLearningCell, editSetup } from './setup-edit.ts';

@customElement('corr2d-learning-scene')
export class LearningSceneElement extends SceneElement {
  static override styles = [
    controlStyle,
    sceneStyle,
    drawingStyle,
    css`
      .pictures {
        margin-top: var(--space-4);
      }

      .card > button {
        margin-top: var(--space-4);
      }
    `,
  ];

  @property() theme = '';
  @state() private speed: RunSpeed = 3;

  private readonly drawing = new ImageDrawing(this, () => edgesPicture(this.session.store, this.faults));
  private readonly race = new KeptRace(this);
  private readonly pictures = learningPictures(this);
  private learner!: LearningSession;
  private shownRun!: StoreController<SessionState>;

  protected override open(session: Session): void {
    this.learner = session.learner ??= new LearningSession(session.host);
    this.shownRun = new StoreController(this, this.learner.$session);
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
    const losses = run.losses.slice(0, run.step);
    const trace = traceToStep(run);
    return html`<div class="stage">
        <h1>${msg('Can a kernel be learned instead of designed?')}</h1>
        <p class="lead">
          ${msg(
            'The target is what the teacher kernel makes of the image. Learning starts from another kernel and goes down the gradient of the squared error, a step an epoch, until it answers as the teacher does.',
          )}
        </p>
        ${this.drawing.renderFolded(msg('Draw another image to learn from'))} ${this.renderFigure(run, study)}
        ${this.faults
          .cellTexts(['teacher', 'start', 'target'])
          .map((text) => html`<p class="fault" role="alert">${text}</p>`)}
        <corr2d-run-outcome .run=${run} @setup-entered=${this.onEntered}></corr2d-run-outcome>
        ${this.pictures.render({ setup: this.setup, study, run, host: this.session.host })}
      </div>
      <slot name="lesson"></slot>
      <div class="workbench">
        <corr2d-run-report
          .losses=${losses}
          .trace=${trace}
          .analysis=${study.analysis}
          .residual=${residualOf(study.lesson, run.kernel)}
          .rivals=${this.race.rivals(study.problem, learning)}
          .name=${optimizerText(learning)}
          .steps=${learning.steps}
          .theme=${this.theme}
          @run-kept=${() => {
            this.race.keep(study.problem, learning, losses);
          }}
          @kept-dropped=${() => {
            this.race.drop(study.problem);
          }}
        ></corr2d-run-report>
        <div class="columns">
          ${this.renderSetup(run)} ${this.renderDirections(trace, study)} ${this.renderProgram(losses, run)}
        </div>
        <slot name="code"></slot>
      </div> `;
  }

  private renderFigure(run: SessionState, { lesson }: Study): TemplateResult {
    const { edges, learning } = this.document.value;
    return html`<corr2d-learning-figure
      .image=${edges.image}
      .teacher=${learning.teacher}
      .start=${lesson.start}
      .learned=${run.kernel}
      .gradient=${run.gradient}
      .target=${lesson.target}
      .teacherFaults=${this.faults.cells('teacher')}
      .targetFaults=${this.faults.cells('target')}
      .startFaults=${this.faults.cells('start')}
      .settings=${this.drawing.settings}
      @cells-painted=${this.drawing.onPainted}
      @image-made=${this.drawing.onMade}
      @tool-chosen=${this.drawing.onTool}
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
      <button type="button" @click=${this.onReset}>${msg('Back to the example')}</button>
      <p class="fault" role="alert" ?hidden=${!this.faults.actionText}>${this.faults.actionText}</p>
    </section>`;
  }

  private renderDirections(trace: readonly TracePoint[], { analysis }: Study): TemplateResult {
    return html`<section class="card">
      <h2>${msg('Why it converges, swings or explodes')}</h2>
      <corr2d-directions-table
        .analysis=${analysis}
        .predicted=${predictedFactors(analysis, this.document.value.learning)}
        .trace=${trace}
      ></corr2d-directions-table>
    </section>`;
  }

  private renderProgram(losses: readonly number[], run: SessionState): TemplateResult {
    return html`<section class="card">
      <h2>${msg('What the program prints')}</h2>
      <corr2d-training-log
        .lines=${logLines(losses)}
        .kernel=${run.status === 'finished' ? run.kernel : null}
      ></corr2d-training-log>
      <button type="button" @click=${this.onReplay}>${msg('Run the tutorial’s ten epochs')}</button>
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
    this.session.store.endMerge();
  }

  private onTyped({ detail: { grid, ...cell } }: CustomEvent<CellText>): void {
    const name = grid === 'teacher' || grid === 'target' ? grid : 'start';
    const key = `${name}:${cellKey(cell.row, cell.column)}`;
    const target = this.learner.studied?.lesson.target;
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
    this.faults.attempt('setup:rate', () => {
      return this.session.store.apply(setRate, detail, { merge: 'rate' });
    });
  }

  private onReplay(): void {
    this.faults.act(() => this.session.store.apply(replayArticle, undefined));
    if (this.faults.actionText) return;
    this.configure();
    this.learner.reset();
    this.learner.run(this.speed);
  }

  private get setup(): LearningSetup {
    const { edges, learning } = this.document.value;
    return { image: edges.image, ...learning };
  }

  private configure(): void {
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
