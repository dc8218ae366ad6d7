/** What the production build consists of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { builtFolder } from '../harness/built-folder.ts';

const folder = builtFolder();
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const scripts = names.filter((name) => name.endsWith('.js'));
const page = read('index.html');

/** What a browser of 2022 makes of a module: null, or the reason why it cannot. */
function syntaxFault(code: string): string | null {
  try {
    parse(code, { ecmaVersion: 2022, sourceType: 'module' });
    return null;
  } catch (error) {
    return String(error);
  }
}

test.each(['@tag class A {}', 'class A { accessor a = 1 }', 'class A { @property() a = 1 }'])(
  'the parser refuses %s, which a bundler may leave as it is',
  (code) => {
    expect(syntaxFault(code)).toMatch('SyntaxError');
  },
);

describe('the scripts', () => {
  test('there are some', () => {
    expect(scripts).not.toEqual([]);
  });

  test.each(scripts)('%s is ES2022', (name) => {
    expect(syntaxFault(read(name))).toBeNull();
  });

  test.each(scripts)('%s holds no development code and no path of the machine that built it', (name) => {
    const code = read(name);
    expect(code).not.toContain('Lit is in dev mode');
    expect(code).not.toContain(ROOT.replace(/[\\/]$/, ''));
  });
});

describe('the page', () => {
  test('asks for its own files by relative addresses only', () => {
    const addresses = [...page.matchAll(/\b(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !address?.startsWith('./'))).toEqual([]);
  });

  test('states the policy before anything that could load', () => {
    const head = page.slice(page.indexOf('<head>') + '<head>'.length).trimStart();
    expect(head).toMatch(/^<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/);
  });
});

test('style sheets ask for nothing outside their folder', () => {
  const sheets = names.filter((name) => name.endsWith('.css'));
  const addresses = sheets.flatMap((name) =>
    [...read(name).matchAll(/url\(["']?([^"')]*)/g)].map((hit) => hit[1]),
  );
  expect(addresses.filter((address) => !/^(\.|data:)/.test(address ?? ''))).toEqual([]);
});
