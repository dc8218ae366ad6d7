/** The command line of `npm run bench`. */
import { parseArgs } from 'node:util';
import { OPERATIONS, WORKLOADS, type Workload } from '../../src/bench/workload.ts';
import type { RunSettings } from '../../src/bench/result.ts';

export interface Options {
  readonly help: boolean;
  readonly typecheck: boolean;
  /** Measure how the page keeps up with painting, and nothing else. */
  readonly painting: boolean;
  /** Measure the frames of a long run and what a session costs beside the engine alone, and nothing else. */
  readonly learning: boolean;
  /** Names, or beginnings of names, of contenders; empty for all. */
  readonly engines: readonly string[];
  readonly workloads: readonly Workload[];
  readonly settings: RunSettings;
  /** Where to write the results; null for nowhere. */
  readonly json: string | null;
  readonly markdown: string | null;
}

/** Its message is for the person who typed. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

export const HELP = `npm run bench [-- options]

  --engines NAME,…   only contenders whose name starts so, as corr2d,tfjs-webgpu,naive
  --sizes SIZE,…     only these sizes, as 6x8,64,1024 or 1024:7x7 or layer
  --work NAME,…      only ${OPERATIONS.join(', ')}
  --rounds N         samples of each contender (7)
  --quick            two short rounds, nothing that takes over two seconds
  --json FILE        write every figure as JSON
  --out FILE         write the report there (a complete run writes bench/RESULTS.md)
  --painting         how the page keeps up with a hand that paints, and nothing else
  --learning         the frames of a long run, what a session costs beside the engine alone
  --typecheck        check types and style of what needs its packages, and measure nothing
  --help             this text`;

const FULL: RunSettings = { rounds: 7, sampleTime: 20, singleFrom: 1500, skipFrom: 12_000 };
const QUICK: RunSettings = { rounds: 2, sampleTime: 5, singleFrom: 500, skipFrom: 2000 };

/** Throws OptionError, which says what is wrong. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  const base = values.quick === true ? QUICK : FULL;
  const workloads = selectWorkloads(list(values.sizes), list(values.work));
  const engines = list(values.engines);
  const isComplete = values.quick !== true && workloads.length === WORKLOADS.length && engines.length === 0;
  return {
    help: values.help === true,
    typecheck: values.typecheck === true,
    painting: values.painting === true,
    learning: values.learning === true,
    engines,
    workloads,
    settings: { ...base, rounds: readRounds(values.rounds, base.rounds) },
    json: values.json ?? null,
    markdown: values.out ?? (isComplete ? 'bench/RESULTS.md' : null),
  };
}

/** Whether `name` is one of `engines` or begins with one; an empty list means every contender. */
export function isSelected(name: string, engines: readonly string[]): boolean {
  return engines.length === 0 || engines.some((engine) => name === engine || name.startsWith(engine));
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        engines: { type: 'string' },
        sizes: { type: 'string' },
        work: { type: 'string' },
        rounds: { type: 'string' },
        json: { type: 'string' },
        out: { type: 'string' },
        quick: { type: 'boolean' },
        typecheck: { type: 'boolean' },
        painting: { type: 'boolean' },
        learning: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new OptionError(error instanceof Error ? error.message : String(error));
  }
}

function list(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readRounds(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 1000)
    throw new OptionError(`--rounds is ${text}; it must be a whole number from 1 to 1000.`);
  return rounds;
}

function selectWorkloads(sizes: readonly string[], work: readonly string[]): readonly Workload[] {
  const selected = WORKLOADS.filter(
    (workload) => matchesSize(workload, sizes) && (work.length === 0 || work.includes(workload.operation)),
  );
  for (const size of sizes) {
    if (!WORKLOADS.some((workload) => matchesSize(workload, [size])))
      throw new OptionError(`--sizes knows no ${size}. It knows ${knownSizes()}.`);
  }
  for (const name of work) {
    if (!(OPERATIONS as readonly string[]).includes(name))
      throw new OptionError(`--work knows no ${name}. It knows ${OPERATIONS.join(', ')}.`);
  }
  if (selected.length === 0) throw new OptionError('No workload has such a size and such work.');
  return selected;
}

function matchesSize({ size, taps }: Workload, sizes: readonly string[]): boolean {
  return sizes.length === 0 || sizes.includes(size) || sizes.includes(`${size}:${taps}`);
}

function knownSizes(): string {
  return [...new Set(WORKLOADS.flatMap(({ size, taps }) => [size, `${size}:${taps}`]))].join(', ');
}
