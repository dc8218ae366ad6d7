/** Runs programs where their interpreter is on this machine; where it is not, the tests are skipped and say so. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
}

/** Python with a package of this name. */
export function python(packageName: string): Interpreter {
  const version = probe('python3', ['-c', `import ${packageName}; print(${packageName}.__version__)`]);
  return { version, run: (program) => output('python3', ['-'], program) };
}

export function octave(): Interpreter {
  const version = probe('octave', ['--quiet', '--no-gui', '--eval', 'disp(version)']);
  return {
    version,
    run: (program) => inFile(program, 'm', (file) => output('octave', ['--quiet', file], '')),
  };
}

/** TensorFlow.js is one of the bench's packages; any place that has it will do. */
export function tensorflow(): Interpreter {
  const folder = ['node_modules', 'bench/node_modules']
    .map((path) => join(ROOT, path))
    .find((path) => existsSync(join(path, '@tensorflow/tfjs/package.json')));
  const run = (program: string): string =>
    inFile(program, 'mjs', (file) => output(process.execPath, [file], ''), folder).replace(
      // What it says about itself in Node.
      /\s*={5,}\s[^=]*={5,}\s/,
      '',
    );
  return { version: folder === undefined ? null : 'installed', run };
}

function inFile(text: string, ending: string, use: (file: string) => string, packages?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'corr2d-program-'));
  try {
    if (packages !== undefined) symlinkSync(packages, join(folder, 'node_modules'), 'junction');
    const file = join(folder, `program.${ending}`);
    writeFileSync(file, text);
    return use(file);
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
