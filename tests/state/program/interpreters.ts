/** Runs programs where their interpreter is on this machine; where it is not, the tests are skipped and say so. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../architecture/sources.ts';

const TIME_LIMIT = 120_000;
/** A virtual machine's first start of an interpreter. */
const PROBE_LIMIT = 30_000;

export interface Interpreter {
  /** Null where it is not installed. */
  readonly version: string | null;
  /** What the program prints. */
  readonly run: (program: string) => string;
  /** What each prints, one after another in one process, where none sees what another left. */
  readonly runAll: (programs: readonly string[]) => readonly string[];
}

/** Printed before each program of several. */
const MARK = '@@@ next program';

/** What the program of each name prints; all of them run when the first is asked for. */
export function printedBy(
  { runAll }: Interpreter,
  programs: ReadonlyMap<string, string>,
): (name: string) => string {
  let printed: readonly string[] | null = null;
  return (name) => {
    printed ??= runAll([...programs.values()]);
    return printed[[...programs.keys()].indexOf(name)] ?? '';
  };
}

function apart(printed: string): readonly string[] {
  return printed.split(`${MARK}\n`).slice(1);
}

/** Each with its name, and with why its tests are skipped where they are: `octave (not found here: skipped)`. */
export function titled<Row extends readonly [language: string, interpreter: Interpreter, ...unknown[]]>(
  rows: readonly Row[],
): readonly (readonly [title: string, row: Row])[] {
  return rows.map((row) => {
    const [language, { version }] = row;
    return [
      version === null ? `${language} (not found on this machine: skipped)` : `${language} ${version}`,
      row,
    ];
  });
}

/** Python with a package of this name. */
export function python(packageName: string): Interpreter {
  const version = probe('python3', ['-c', `import ${packageName}; print(${packageName}.__version__)`]);
  return {
    version,
    run: (program) => output('python3', ['-'], program),
    runAll: (programs) => {
      const all = `for program in json.loads(${JSON.stringify(JSON.stringify(programs))}):`;
      const each = `    print("${MARK}")\n    exec(program, {"__name__": "__main__"})`;
      return apart(output('python3', ['-'], `import json\n${all}\n${each}\n`));
    },
  };
}

export function octave(): Interpreter {
  const version = probe('octave', ['--quiet', '--no-gui', '--eval', 'disp(version)']);
  return {
    version,
    run: (program) => inFiles([program], 'm', ([file = '']) => output('octave', ['--quiet', file], '')),
    runAll: (programs) =>
      inFiles(programs, 'm', (files) => {
        // A function has variables of its own.
        const each = `function run_one(file)\n  printf("${MARK}\\n");\n  source(file);\nend\n`;
        const all = files.map((file) => `run_one("${file}");`).join('\n');
        return inFiles([`1;\n${each}${all}\n`], 'm', ([file = '']) =>
          apart(output('octave', ['--quiet', file], '')),
        );
      }),
  };
}

/**
 * TensorFlow.js as far as programs use it: its core with all gradients and chained operations, on its backend for the CPU. The
 * whole of it is ten times as large. Node cannot import the parts as they are, so they are bundled, once.
 */
export function tensorflow(): Interpreter {
  let packages: string | null = null;
  const run = (program: string, beside: readonly string[] = []): string => {
    packages ??= bundledTensorflow();
    const printed = inFiles(
      [program, ...beside],
      'mjs',
      ([file = '']) => output(process.execPath, [file], ''),
      packages,
    );
    // What it says about itself in Node.
    return printed.replace(/\s*={5,}\s[^=]*={5,}\s/, '');
  };
  const runAll = (programs: readonly string[]): readonly string[] => {
    const each = programs.map(
      (_, i) => `console.log('${MARK}');\nawait import('./program${String(i + 1)}.mjs');`,
    );
    return apart(run(each.join('\n'), programs));
  };
  return { version: 'core', run: (program) => run(program), runAll };
}

const TENSORFLOW_PARTS = [
  "import '@tensorflow/tfjs-core/dist/base_side_effects';",
  "export * from '@tensorflow/tfjs-core';",
  "import '@tensorflow/tfjs-core/dist/register_all_gradients';",
  "import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';",
  "import '@tensorflow/tfjs-backend-cpu';",
].join('\n');

/** A folder of packages that has `@tensorflow/tfjs`; it is deleted when the tests of the file are over. */
function bundledTensorflow(): string {
  const folder = mkdtempSync(join(tmpdir(), 'corr2d-tensorflow-'));
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  const target = join(folder, 'packages/@tensorflow/tfjs');
  mkdirSync(target, { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'parts.mjs'), TENSORFLOW_PARTS);
  writeFileSync(join(target, 'package.json'), '{"name":"@tensorflow/tfjs","exports":"./index.mjs"}');
  const config = {
    input: join(folder, 'parts.mjs'),
    platform: 'node',
    // Its modules for Node are bundles without the chained operations.
    resolve: { mainFields: ['module', 'main'] },
    logLevel: 'silent',
    output: { file: join(target, 'index.mjs'), format: 'esm' },
  };
  writeFileSync(join(folder, 'config.mjs'), `export default ${JSON.stringify(config)};`);
  const bundler = join(ROOT, 'node_modules/rolldown/bin/cli.mjs');
  output(process.execPath, [bundler, '--config', join(folder, 'config.mjs')], '');
  return join(folder, 'packages');
}

/** Files `program0`, `program1` and so on of one folder, which is deleted when they were used. */
function inFiles<Result>(
  texts: readonly string[],
  ending: string,
  use: (files: readonly string[]) => Result,
  packages?: string,
): Result {
  const folder = mkdtempSync(join(tmpdir(), 'corr2d-program-'));
  try {
    if (packages !== undefined) symlinkSync(packages, join(folder, 'node_modules'), 'junction');
    const files = texts.map((_, i) => join(folder, `program${String(i)}.${ending}`));
    files.forEach((file, i) => {
      writeFileSync(file, texts[i] ?? '');
    });
    return use(files);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function output(command: string, parameters: readonly string[], input: string): string {
  return execFileSync(command, parameters, { input, encoding: 'utf8', timeout: TIME_LIMIT, stdio: 'pipe' });
}

function probe(command: string, parameters: readonly string[]): string | null {
  try {
    const options = { encoding: 'utf8', timeout: PROBE_LIMIT, stdio: 'pipe' } as const;
    return execFileSync(command, parameters, options).trim();
  } catch {
    return null;
  }
}
