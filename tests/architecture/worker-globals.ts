/** Math and engine run in workers: they must compile with a worker's globals, where there is no document. */
import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { ROOT, type Sources } from './sources.ts';

/** Of the bundler's imports, all that math and engine use; Vite's own declarations would bring the DOM along. */
const BUNDLER_PATH = 'src/bundler.d.ts';
const BUNDLER_TEXT = "declare module '*?worker&url' { const url: string; export default url; }";

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { ...options, lib: ['lib.es2023.d.ts', 'lib.webworker.d.ts'], types: ['@webgpu/types'] };
}

/** A host that reads `sources` first and the disk after them. */
function hostOf(sources: Sources, options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const textOf = (path: string) => sources.get(relative(ROOT, path).split(sep).join('/'));
  return {
    ...host,
    fileExists: (path) => textOf(path) !== undefined || host.fileExists(path),
    readFile: (path) => textOf(path) ?? host.readFile(path),
    getSourceFile: (path, languageVersion, ...rest) => {
      const text = textOf(path);
      if (text === undefined) return host.getSourceFile(path, languageVersion, ...rest);
      return ts.createSourceFile(path, text, languageVersion);
    },
  };
}

function describe({ file, messageText }: ts.Diagnostic): string {
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  return file === undefined ? message : `${relative(ROOT, file.fileName).split(sep).join('/')}: ${message}`;
}

/** A line for each error that the compiler finds in `sources` when it knows a worker's globals only. */
export function findFaultsInWorker(sources: Sources): string[] {
  const options = compilerOptions();
  const all = new Map([...sources, [BUNDLER_PATH, BUNDLER_TEXT]]);
  const paths = [...all.keys()].map((path) => join(ROOT, path));
  const program = ts.createProgram(paths, options, hostOf(all, options));
  return paths.flatMap((path) => program.getSemanticDiagnostics(program.getSourceFile(path))).map(describe);
}
