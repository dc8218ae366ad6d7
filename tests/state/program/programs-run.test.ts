/** Programs are run by the interpreters of this machine, and print what the page shows. */
import { describe, expect, it } from 'vitest';
import { correlate } from '../../../src/math/definition.ts';
import { DEFAULT_DOCUMENT, flipGrid, gridTensor, type CorrelationPart } from '../../../src/state/document.ts';
import { programText, type ProgramLanguage } from '../../../src/state/program/program.ts';
import { ARTICLE } from '../learning-fixture.ts';
import { octave, printedBy, python, tensorflow, titled, type Interpreter } from './interpreters.ts';
import { CORRELATIONS, pagePrints, programPrints, RUNS } from './samples.ts';

interface Running {
  readonly language: ProgramLanguage;
  readonly interpreter: Interpreter;
  /** A line after the program that prints the response with every digit. */
  readonly exact: string;
}

const LANGUAGES: readonly Running[] = [
  { language: 'numpy', interpreter: python('numpy'), exact: 'print("Y:", Y.tolist())' },
  { language: 'torch', interpreter: python('torch'), exact: 'print("Y:", Y[0, 0].tolist())' },
  { language: 'jax', interpreter: python('jax'), exact: 'print("Y:", Y.tolist())' },
  {
    language: 'tensorflow',
    interpreter: tensorflow(),
    exact: 'console.log("Y:", JSON.stringify(Y.squeeze([0, 3]).arraySync()));',
  },
  { language: 'octave', interpreter: octave(), exact: 'disp(["Y:" mat2str(Y, 17)])' },
];

const TITLED = titled(LANGUAGES.map((each) => [each.language, each.interpreter, each] as const));

describe.each(TITLED)('%s', (_, [, , { language, interpreter, exact }]) => {
  const isHere = interpreter.version !== null;
  const correlating = (part: CorrelationPart): string =>
    `${programText(language, { kind: 'correlation', part })}${exact}\n`;
  const printed = printedBy(
    interpreter,
    new Map([
      ['start', correlating(DEFAULT_DOCUMENT.correlation)],
      ...CORRELATIONS.map(([name, part]) => [`correlates: ${name}`, correlating(part)] as const),
      ...RUNS.map(
        ([name, setup]) => [`learns: ${name}`, programText(language, { kind: 'learning', setup })] as const,
      ),
    ]),
  );
  const responseOf = (name: string): readonly number[] => {
    const output = printed(name);
    return (output.split('Y:')[1]?.match(/-?[\d.]+(e[-+]?\d+)?/g) ?? []).map(Number);
  };

  it.skipIf(!isHere)('19, 25, 37, 43', { timeout: 60_000 }, () => {
    expect(responseOf('start')).toEqual([19, 25, 37, 43]);
  });

  it.skipIf(!isHere).each(CORRELATIONS)('correlates: %s', { timeout: 60_000 }, (name, part) => {
    const response = responseOf(`correlates: ${name}`);
    const expected = expectedResponse(part);
    expect(response).toHaveLength(expected.length);
    expected.forEach((value, index) => {
      expect(response[index]).toBeCloseTo(value, 4);
    });
  });

  it.skipIf(!isHere)('the article’s lines, and its kernel [[1.0307, −0.9488]]', { timeout: 60_000 }, () => {
    const output = interpreter.run(programText(language, { kind: 'learning', setup: ARTICLE }));
    expect(programPrints(output)).toEqual({
      lines: [
        'epoch 2, loss 9.470',
        'epoch 4, loss 2.939',
        'epoch 6, loss 1.046',
        'epoch 8, loss 0.402',
        'epoch 10, loss 0.160',
      ],
      weights: [1.0307, -0.9488],
      bias: null,
    });
  });

  it.skipIf(!isHere).each(RUNS)('learns: %s', { timeout: 60_000 }, async (name, setup) => {
    const page = await pagePrints(setup);
    const program = programPrints(printed(`learns: ${name}`));
    expect(page.lines.length).toBeGreaterThan(0);
    expect(program.lines).toEqual(page.lines);
    const [told, shown] = [program, page].map(({ weights, bias }) => [...weights, bias ?? 'none']);
    expect(told).toHaveLength(shown?.length ?? NaN);
    shown?.forEach((weight, index) => {
      if (weight === 'none') expect(told?.[index]).toBe(weight);
      else expect(told?.[index]).toBeCloseTo(Number(weight), 3.7);
    });
  });
});

function expectedResponse({
  image,
  kernel,
  flip,
  stride,
  padding,
  dilation,
}: CorrelationPart): readonly number[] {
  const laid = gridTensor(flip ? flipGrid(kernel) : kernel);
  return [...correlate(gridTensor(image), laid, { stride, padding, dilation }).data];
}
