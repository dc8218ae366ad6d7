/**
 * A shader for given sizes. Its text is valid WGSL with the sizes it declares; here `const NAME = 3u;` gets another
 * number, and a loop that ends its first line with `// #unroll` is written out, so that every index in it is a
 * constant: arrays with constant indices live in registers, others in memory.
 */
import { evaluateConst } from './const-expression.ts';
import type { LineSegment, Shader } from './shader.ts';

/** Other values for some of a shader's constants. */
export type Sizes<S extends Shader> = { readonly [N in keyof S['layout']['constants']]?: number };

interface Line {
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

const CONSTANT = /^const (\w+) = (.+);$/;
const UNROLLED = /^(\s*)for \(var (\w+) = 0u; \2 < (.+); \2\+\+\) \{ \/\/ #unroll$/;

/** Throws an Error for a size that the shader does not declare, or a bound that is not constant. */
export function specialise<S extends Shader>(shader: S, sizes: Sizes<S>): S {
  const given = sizes as Readonly<Record<string, number>>;
  for (const name of Object.keys(given)) {
    if (!(name in shader.layout.constants)) throw new Error(`${shader.name} has no constant ${name}`);
  }
  const values: Record<string, number> = {};
  const sized = linesOf(shader).map((line) => ({ ...line, text: sizeLine(line.text, given, values) }));
  const lines = unroll(sized, values);
  return {
    ...shader,
    name: [shader.name, ...Object.entries(given).map(([name, value]) => `${name}=${String(value)}`)].join(
      ' ',
    ),
    code: `${lines.map(({ text }) => text).join('\n')}\n`,
    lineMap: mapLines(lines),
    layout: { ...shader.layout, constants: { ...shader.layout.constants, ...given } },
  };
}

/** Gives a constant its size, and remembers the value of every constant that is a whole number. */
function sizeLine(text: string, given: Readonly<Record<string, number>>, values: Record<string, number>) {
  const [, name, expression] = CONSTANT.exec(text) ?? [];
  if (name === undefined || expression === undefined || /[.f]/.test(expression)) return text;
  const size = given[name];
  values[name] = size ?? evaluateConst(expression, values);
  return size === undefined ? text : `const ${name} = ${String(size)}u;`;
}

function unroll(lines: readonly Line[], values: Readonly<Record<string, number>>): Line[] {
  const output: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    const [, indent, variable, bound] = UNROLLED.exec(line.text) ?? [];
    if (indent === undefined || variable === undefined || bound === undefined) {
      output.push(line);
      continue;
    }
    const end = lines.findIndex(({ text }, index) => index > at && text === `${indent}}`);
    const body = lines.slice(at + 1, end);
    for (let turn = 0; turn < evaluateConst(bound, values); turn++) {
      const turned = body.map((inner) => ({ ...inner, text: replaceName(inner.text, variable, turn) }));
      output.push({ ...line, text: `${indent}{` }, ...unroll(turned, values), {
        ...line,
        text: `${indent}}`,
      });
    }
    at = end;
  }
  return output;
}

function replaceName(text: string, name: string, value: number): string {
  return text.replace(new RegExp(`\\b${name}\\b`, 'g'), `${String(value)}u`);
}

function linesOf({ code, lineMap }: Shader): Line[] {
  let segment = -1;
  return code
    .trimEnd()
    .split('\n')
    .map((text, index) => {
      while ((lineMap[segment + 1]?.first ?? Infinity) <= index + 1) segment++;
      const { first, file, line } = lineMap[segment] ?? { first: 1, file: '', line: 1 };
      return { text, file, line: line + index + 1 - first };
    });
}

function mapLines(lines: readonly Line[]): LineSegment[] {
  return lines.flatMap(({ file, line }, index) => {
    const before = lines[index - 1];
    const goesOn = before?.file === file && before.line + 1 === line;
    return goesOn ? [] : [{ first: index + 1, file, line }];
  });
}
