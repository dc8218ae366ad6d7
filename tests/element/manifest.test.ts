/** The custom-elements manifest and the types say what the element is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { FIGURE_CONTROLS, DEFAULT_CONTROLS } from '../../src/state/figure-controls.ts';
import { SCENES } from '../../src/state/address.ts';
import { ROOT } from '../architecture/sources.ts';

interface Attribute {
  readonly name: string;
  readonly fieldName: string;
  readonly type: { readonly text: string };
  readonly default?: string;
  readonly description: string;
}

interface Declaration {
  readonly tagName: string;
  readonly attributes: readonly Attribute[];
  readonly events: readonly { readonly name: string }[];
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('custom-elements.json')) as {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Declaration[] }[];
};
const declaration = manifest.modules[0]?.declarations[0];
const attributes = declaration?.attributes ?? [];

/** The names of a class's members that its source decorates, or all of a declared class's. */
function membersOf(path: string, decorator: string | null): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyDeclaration(node) && isWanted(node, decorator)) names.push(node.name.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.ES2022, true));
  return names;
}

function isWanted(node: ts.PropertyDeclaration, decorator: string | null): boolean {
  const isStatic = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword) ?? false;
  const decorators = ts.getDecorators(node) ?? [];
  if (decorator === null) return !isStatic;
  return decorators.some(({ expression }) => expression.getText().startsWith(`${decorator}(`));
}

describe('the manifest', () => {
  it('names the element, its module and its event', () => {
    expect(declaration?.tagName).toBe('corr2d-figure');
    expect(manifest.modules[0]?.path).toBe('corr2d-figure.js');
    expect(declaration?.events.map(({ name }) => name)).toEqual(['figure-shown']);
  });

  it('has every property of the source, and no other', () => {
    const properties = membersOf('src/ui/figure.ts', 'property');
    expect(properties.length).toBeGreaterThan(5);
    expect(attributes.map(({ name }) => name).sort()).toEqual([...properties].sort());
    expect(attributes.map(({ fieldName }) => fieldName)).toEqual(attributes.map(({ name }) => name));
  });

  it('knows the scenes and the controls', () => {
    const attribute = (wanted: string) => attributes.find(({ name }) => name === wanted);
    expect(attribute('scene')?.type.text).toBe(SCENES.map((scene) => `'${scene}'`).join(' | '));
    for (const control of FIGURE_CONTROLS)
      expect(attribute('controls')?.description).toContain(`\`${control}\``);
    expect(attribute('controls')?.default).toBe(`'${DEFAULT_CONTROLS.join(',')}'`);
  });
});

it('the types have every property of the source, and no other', () => {
  const declared = membersOf('element/corr2d-figure.d.ts', null);
  expect(declared.sort()).toEqual(membersOf('src/ui/figure.ts', 'property').sort());
});
