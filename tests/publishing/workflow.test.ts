/** What runs on the host of the repository can be what was read, and can do no more than it must. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';

const FOLDER = join(ROOT, '.github/workflows');
const workflows = readdirSync(FOLDER).map(
  (name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const,
);
const PINNED = /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** The lines of a job, which stands two spaces in. */
function jobOf(text: string, name: string): string {
  return new RegExp(`^  ${name}:\\n((?: {4}.*\\n|\\n)*)`, 'm').exec(text)?.[1] ?? '';
}

it.each([
  ['actions/checkout@v7', false],
  ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1', false],
  ['actions/checkout@3d3c42e # v7.0.1', false],
  ['actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1', true],
])('%s is pinned: %j', (action, pinned) => {
  expect(PINNED.test(action)).toBe(pinned);
});

describe.each(workflows)('%s', (_name, text) => {
  it('takes every action by its commit, and names the release', () => {
    const actions = [...text.matchAll(/uses: (.*)$/gm)].map(([, action]) => action ?? '');
    expect(actions).not.toEqual([]);
    expect(actions.filter((action) => !PINNED.test(action))).toEqual([]);
  });

  it('gives nobody a permission that is not asked for', () => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    expect(text).not.toContain('pull_request_target');
    expect(text).not.toMatch(/write-all|secrets\./);
    expect(text.match(/: write$/gm)).toHaveLength(2);
  });

  it('lets only the deployment write, and lets no change of a proposal be deployed', () => {
    const [check, deploy] = [jobOf(text, 'check'), jobOf(text, 'deploy')];
    expect(check).toContain('contents: read');
    expect(check).not.toContain('write');
    expect(check).toContain('persist-credentials: false');
    expect(deploy).toMatch(/pages: write\n\s+id-token: write/);
    expect(deploy).toContain("if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'");
    expect(deploy).not.toContain('npm');
  });
});
