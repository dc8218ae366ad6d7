/** A stack's programs, run by the interpreters of this machine: their last maps are the definition's. */
import { describe, expect, it } from 'vitest';
import { planStack } from '../../../src/math/stack/layer.ts';
import { DEFAULT_RECEPTIVE } from '../../../src/state/document.ts';
import { programText, type ProgramLanguage } from '../../../src/state/program/program.ts';
import { stackImage, type ReceptivePart } from '../../../src/state/stack.ts';
import { stackExample } from '../../../src/state/stack-examples.ts';
import { oracleLevels } from '../stack-oracle.ts';
import { octave, printedBy, python, tensorflow, titled, type Interpreter } from './interpreters.ts';
import { STACKS } from './stacks.ts';

/** [language, interpreter, a line after the program that prints the last maps with every digit, channel by channel]. */
const LANGUAGES: readonly (readonly [ProgramLanguage, Interpreter, string])[] = [
  ['numpy', python('numpy'), 'print("Y:", Y.tolist())'],
  ['torch', python('torch'), 'print("Y:", Y.tolist())'],
  ['jax', python('jax'), 'print("Y:", Y.tolist())'],
  ['tensorflow', tensorflow(), 'console.log("Y:", JSON.stringify(Y.arraySync()));'],
  ['octave', octave(), `disp(['Y:' mat2str(permute(Y, [2, 1, 3])(:)', 17)])`],
];

describe.each(titled(LANGUAGES))('%s', (_, [language, interpreter, exact]) => {
  const programs = STACKS.map(
    ([name, part]) => [name, `${programText(language, { kind: 'stack', part })}${exact}\n`] as const,
  );
  const printedFor = printedBy(interpreter, new Map(programs));
  it.skipIf(interpreter.version === null).each(STACKS)('%s', { timeout: 60_000 }, (name, part) => {
    const printed = (
      printedFor(name)
        .split('Y:')[1]
        ?.match(/-?[\d.]+(e[-+]?\d+)?/g) ?? []
    ).map(Number);
    const expected = lastMaps(part);
    expect(printed).toHaveLength(expected.length);
    expected.forEach((value, index) => {
      expect(printed[index]).toBeCloseTo(value, 4);
    });
  });
});

function lastMaps({ image, layers }: ReceptivePart): readonly number[] {
  const possible = planStack(stackImage(image), layers).shapes.length - 1;
  return Array.from(oracleLevels(image, layers.slice(0, possible)).at(-1)?.data ?? []);
}

it('PyTorch names what is not the default, and draws each seeded layer as the page does', () => {
  const layers = stackExample('lenet').layers.slice(0, 3);
  const lines = programText('torch', { kind: 'stack', part: { ...DEFAULT_RECEPTIVE, layers } }).split('\n');
  // The article's 3×3 image has no room for kernels of 5×5.
  expect(lines).not.toContain('torch.manual_seed(1)');
  const part = { ...DEFAULT_RECEPTIVE, ...stackExample('lenet') };
  const text = programText('torch', { kind: 'stack', part });
  expect(text).toContain('torch.manual_seed(2)\nconv4 = nn.Conv2d(6, 16, (5, 5), bias=False)\n');
  expect(text).toContain('    conv1,\n    nn.Tanh(),\n    nn.AvgPool2d(2, 2),\n    conv4,\n');
});

it('LaTeX fills the recurrence in: LeNet-5 sees 5, 6, 14, 16, 32 cells', () => {
  const part = { ...DEFAULT_RECEPTIVE, ...stackExample('lenet') };
  const text = programText('latex', { kind: 'stack', part });
  // By hand, after Araujo, Norris & Sim 2019: 1 + 4; 5 + 1; then steps of 2, then of 4.
  expect(text).toContain(
    'r_{1} &= 1 + (5 - 1) \\cdot 1 = 5 & j_{1} &= 1 \\cdot 1 = 1 & o_{1} &= 0 + 0 \\cdot 1 = 0 \\\\',
  );
  expect(text).toContain('r_{3} &= 5 + (2 - 1) \\cdot 1 = 6 & j_{3} &= 1 \\cdot 2 = 2');
  expect(text).toContain('r_{4} &= 6 + (5 - 1) \\cdot 2 = 14');
  expect(text).toContain('r_{6} &= 14 + (2 - 1) \\cdot 2 = 16 & j_{6} &= 2 \\cdot 2 = 4');
  expect(text).toContain('r_{7} &= 16 + (5 - 1) \\cdot 4 = 32');
  expect(text).toContain(
    '  4 & correlation $5 \\times 5$, weights of seed 2 & $16 \\times 10 \\times 10$ \\\\',
  );
});

it('LaTeX says both axes where they differ, with padding and dilation', () => {
  const text = programText('latex', { kind: 'stack', part: STACKS[3]?.[1] ?? DEFAULT_RECEPTIVE });
  expect(text).toContain('Down the rows:');
  // Rows: 1 + (2 − 1) · 2; columns: 1 + (3 − 1) · 2; three rings of padding.
  expect(text).toContain('r_{1} &= 1 + (2 - 1) \\cdot 2 \\cdot 1 = 3');
  expect(text).toContain('r_{1} &= 1 + (3 - 1) \\cdot 2 \\cdot 1 = 5');
  expect(text).toContain('o_{1} &= 0 + 3 \\cdot 1 = 3');
});
