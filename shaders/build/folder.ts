/** The shaders folder on disk, for the build and its tests. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileShader } from './compile.ts';
import { makeDeclaration } from './declaration.ts';

export const SHADERS_FOLDER = fileURLToPath(new URL('..', import.meta.url));

export function readShaderSource(path: string): string {
  return readFileSync(join(SHADERS_FOLDER, path), 'utf8');
}

/** File names of all shaders (not of includes), sorted. */
export function listShaders(): string[] {
  return listFiles('.wgsl');
}

/** File names of all declarations that are there, sorted. */
export function listDeclarations(): string[] {
  return listFiles('.d.wgsl.ts');
}

/** What every declaration must say now: file name → text. */
export function makeDeclarations(): Map<string, string> {
  return new Map(
    listShaders().map((path) => {
      const { shader } = compileShader(path, readShaderSource);
      return [`${shader.name}.d.wgsl.ts`, makeDeclaration(shader)];
    }),
  );
}

/** Rewrites every declaration; returns the file names. */
export function writeDeclarations(): string[] {
  const declarations = makeDeclarations();
  for (const [file, text] of declarations) writeFileSync(join(SHADERS_FOLDER, file), text);
  return [...declarations.keys()];
}

function listFiles(ending: string): string[] {
  return readdirSync(SHADERS_FOLDER)
    .filter((file) => file.endsWith(ending))
    .sort();
}
