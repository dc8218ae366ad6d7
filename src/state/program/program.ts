/** The operation or the run that is on the page, as a program of somebody's own. Pure text; the tests run it. */
import type { CorrelationPart, LearningPart } from '../document.ts';
import { makeLesson, type LearningSetup, type Lesson } from '../learning-lesson.ts';
import type { ReceptivePart } from '../stack.ts';
import { jaxCorrelation } from './jax-correlation.ts';
import { jaxLearning } from './jax-learning.ts';
import { latexCorrelation } from './latex-correlation.ts';
import { latexLearning } from './latex-learning.ts';
import { numpyCorrelation } from './numpy-correlation.ts';
import { numpyLearning } from './numpy-learning.ts';
import { octaveCorrelation } from './octave-correlation.ts';
import { octaveLearning } from './octave-learning.ts';
import { jaxStack } from './stack-jax.ts';
import { latexStack } from './stack-latex.ts';
import { numpyStack } from './stack-numpy.ts';
import { octaveStack } from './stack-octave.ts';
import { tensorflowStack } from './stack-tensorflow.ts';
import { torchStack } from './stack-torch.ts';
import { tensorflowCorrelation } from './tensorflow-correlation.ts';
import { tensorflowLearning } from './tensorflow-learning.ts';
import { torchCorrelation } from './torch-correlation.ts';
import { torchLearning } from './torch-learning.ts';

export const PROGRAM_LANGUAGES = ['torch', 'numpy', 'jax', 'tensorflow', 'octave', 'latex'] as const;
export type ProgramLanguage = (typeof PROGRAM_LANGUAGES)[number];

const CORRELATION: Readonly<Record<ProgramLanguage, (part: CorrelationPart) => string>> = {
  torch: torchCorrelation,
  numpy: numpyCorrelation,
  jax: jaxCorrelation,
  tensorflow: tensorflowCorrelation,
  octave: octaveCorrelation,
  latex: latexCorrelation,
};

const LEARNING: Readonly<Record<ProgramLanguage, (part: LearningPart, lesson: Lesson) => string>> = {
  torch: torchLearning,
  numpy: numpyLearning,
  jax: jaxLearning,
  tensorflow: tensorflowLearning,
  octave: octaveLearning,
  latex: latexLearning,
};

const STACK: Readonly<Record<ProgramLanguage, (part: ReceptivePart) => string>> = {
  torch: torchStack,
  numpy: numpyStack,
  jax: jaxStack,
  tensorflow: tensorflowStack,
  octave: octaveStack,
  latex: latexStack,
};

/** The end of a file's name. */
export const PROGRAM_ENDINGS: Readonly<Record<ProgramLanguage, string>> = {
  torch: 'py',
  numpy: 'py',
  jax: 'py',
  tensorflow: 'mjs',
  octave: 'm',
  latex: 'tex',
};

/**
 * What a program computes: a correlation, whose response it prints, a run, of which it prints what the page does, or a stack,
 * whose last maps it prints.
 */
export type ProgramSubject =
  | { readonly kind: 'correlation'; readonly part: CorrelationPart }
  | { readonly kind: 'learning'; readonly setup: LearningSetup }
  | { readonly kind: 'stack'; readonly part: ReceptivePart };

/** A whole program, its last line ended. */
export function programText(language: ProgramLanguage, subject: ProgramSubject): string {
  switch (subject.kind) {
    case 'correlation':
      return CORRELATION[language](subject.part);
    case 'learning':
      return LEARNING[language](subject.setup, makeLesson(subject.setup));
    case 'stack':
      return STACK[language](subject.part);
  }
}
