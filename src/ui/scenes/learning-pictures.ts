/** Pictures of scene 3: its figure with the loss, and the run from its start as a film. */
import { msg, str } from '@lit/localize';
import type { EngineHost } from '../../state/engine-host.ts';
import type { LearningSetup } from '../../state/learning-lesson.ts';
import type { SessionState, Study } from '../../state/learning-session.ts';
import { replayRun, stepsToShow } from '../../state/picture/learning-film.ts';
import {
  learningPicture,
  type LearningSubject,
  type LearningWords,
} from '../../state/picture/learning-picture.ts';
import type { FilmSource, PictureSource } from '../../state/picture/source.ts';
import '../export/picture-dialog.ts';
import { filterName } from '../wording/filter-text.ts';

/** What the scene shows, and what computes it again. */
export interface ShownLearning {
  readonly setup: LearningSetup;
  readonly study: Study;
  readonly run: SessionState;
  readonly host: EngineHost;
}

const MOST_NUMBERED_COLUMNS = 16;

export function learningSource(shown: ShownLearning): PictureSource {
  const { run, setup } = shown;
  const words = wordsOf(setup, lastStep(shown));
  return {
    name: 'corr2d-learning',
    hasRoomForNumbers: setup.image.columns <= MOST_NUMBERED_COLUMNS,
    marks: null,
    hasChart: true,
    still: (look) => learningPicture(subjectOf(shown, run.losses), run, words, look),
    film: filmOf(shown, words),
  };
}

/** As far as the run has ever come; all of it where it has not begun. */
function lastStep({ run, setup }: ShownLearning): number {
  return run.losses.length > 0 ? run.losses.length : setup.steps;
}

function subjectOf({ setup, study }: ShownLearning, losses: readonly number[]): LearningSubject {
  return { image: setup.image, learning: setup, lesson: study.lesson, losses };
}

function filmOf(shown: ShownLearning, words: LearningWords): FilmSource {
  const { host, setup, study } = shown;
  const steps = stepsToShow(lastStep(shown));
  return {
    count: steps.length,
    all: 1 + lastStep(shown),
    make: async (look, signal) => {
      const { moments, losses } = await replayRun(host, setup, study, steps, signal);
      const subject = subjectOf(shown, losses);
      const [start] = moments;
      return {
        count: moments.length,
        frame: (index) => {
          const moment = moments[index] ?? start;
          if (!moment) throw new RangeError('a run has its start at least');
          return learningPicture(subject, moment, words, look);
        },
      };
    },
  };
}

function wordsOf({ filter }: LearningSetup, steps: number): LearningWords {
  return {
    title: msg('Learning a kernel: the target, the kernel learned so far, and the loss'),
    image: msg('Image'),
    teacher: msg('Teacher'),
    filter: msg('Filter'),
    filterName: filter && filterName(filter),
    target: msg('Target'),
    start: msg('Start'),
    learned: msg('Learned'),
    gradient: msg('Gradient'),
    bias: msg('Bias'),
    loss: msg('Loss'),
    epoch: msg('epoch'),
    epochOf: (step) => msg(str`epoch ${step} of ${steps}`),
    andMore: (size, count) => msg(str`${size}, and ${count} more`),
  };
}
