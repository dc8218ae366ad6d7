/** What a module imports, read from its syntax tree. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { Sources } from './sources.ts';

export interface Import {
  /** A path from the root, or the name of a package. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Erased by the compiler: such an import loads nothing. */
  readonly isTypeOnly: boolean;
  /** The module starts in a worker, with modules of its own. */
  readonly isWorker: boolean;
}

/** The imports of each source. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

interface Specifier {
  readonly node: ts.Node | undefined;
  readonly isTypeOnly?: boolean;
  readonly isWorker?: boolean;
}

/** `new URL('./x.ts', import.meta.url)`, as a worker is named. */
function isModuleUrl(node: ts.Node): node is ts.NewExpression {
  return ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.length === 2;
}

function specifierOf(node: ts.Node): Specifier | null {
  if (ts.isImportDeclaration(node)) {
    const isTypeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { node: node.moduleSpecifier, isTypeOnly };
  }
  if (ts.isExportDeclaration(node)) return { node: node.moduleSpecifier, isTypeOnly: node.isTypeOnly };
  if (ts.isImportTypeNode(node)) {
    return {
      node: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined,
      isTypeOnly: true,
    };
  }
  const isDynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  if (isDynamic) return { node: node.arguments[0] };
  return isModuleUrl(node) ? { node: node.arguments?.[0], isWorker: true } : null;
}

/** Scoped packages have two parts in their name, others one. */
function packageName(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

function resolveImport(from: string, specifier: string, { isTypeOnly = false, isWorker }: Specifier): Import {
  const [path = '', query = ''] = specifier.split('?');
  const isPackage = !path.startsWith('.');
  const target = isPackage ? packageName(path) : posix.join(posix.dirname(from), path);
  return { target, isPackage, isTypeOnly, isWorker: isWorker ?? query.startsWith('worker') };
}

/** Every import, re-export, dynamic import, imported type and module URL of the module `text` at `path`. */
export function importsOf(path: string, text: string): readonly Import[] {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier?.node !== undefined && ts.isStringLiteralLike(specifier.node))
      imports.push(resolveImport(path, specifier.node.text, specifier));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return imports;
}

export function importGraph(sources: Sources): ImportGraph {
  return new Map([...sources].map(([path, text]) => [path, importsOf(path, text)]));
}
