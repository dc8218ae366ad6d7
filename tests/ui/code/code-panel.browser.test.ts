/** The program follows the language and what is on the page. */
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { DEFAULT_DOCUMENT } from '../../../src/state/document.ts';
import { PROGRAM_LANGUAGES } from '../../../src/state/program/program.ts';
import '../../../src/ui/code/code-panel.ts';
import { mount, part } from '../mount.ts';

const { correlation } = DEFAULT_DOCUMENT;
const mountPanel = () => mount('corr2d-code-panel', { subject: { kind: 'correlation', part: correlation } });
const textOf = (panel: Element) => part(panel, 'pre').textContent;

beforeEach(() => {
  localStorage.clear();
});

test('begins in PyTorch; every language has its own program, and the last one is remembered', async () => {
  const panel = await mountPanel();
  expect(textOf(panel)).toContain('Y = F.conv2d(X, K)');
  const texts = new Set<string>();
  for (const language of PROGRAM_LANGUAGES) {
    await userEvent.selectOptions(part(panel, 'select'), language);
    await panel.updateComplete;
    texts.add(textOf(panel));
  }
  expect(texts.size).toBe(PROGRAM_LANGUAGES.length);
  expect(textOf(await mountPanel())).toContain('\\documentclass{article}');
});

test('is saved as a file of its language, whole', async () => {
  localStorage.setItem('corr2d:program', 'octave');
  const panel = await mountPanel();
  const made = vi.spyOn(URL, 'createObjectURL');
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await userEvent.click(part(panel, '.actions > button'));
  const [file] = made.mock.calls[0] ?? [];
  vi.restoreAllMocks();
  expect(part(panel, '.actions > button').textContent.trim()).toBe('Save as .m');
  expect(names).toEqual(['corr2d_correlation.m']);
  expect(file instanceof Blob ? await file.text() : '').toBe(textOf(panel));
});

test('where copying is refused it says so over the text, and no button grows', async () => {
  const panel = await mountPanel();
  const copy = part(panel, 'corr2d-copy-button');
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('not allowed'));
  onTestFinished(() => {
    write.mockRestore();
  });
  const height = () => part(panel, '.actions > button').clientHeight;
  const before = height();
  await userEvent.click(part(copy, 'button'));
  await expect
    .poll(() => copy.shadowRoot?.querySelector('p')?.innerText)
    .toBe('The browser did not allow copying. Copy this text yourself:');
  expect((part(copy, 'textarea') as HTMLTextAreaElement).value).toBe(textOf(panel));
  expect(height()).toBe(before);

  write.mockResolvedValueOnce();
  await userEvent.click(part(copy, 'button'));
  await expect.poll(() => copy.shadowRoot?.textContent).toContain('Copied');
  expect(copy.shadowRoot?.querySelector('textarea')).toBeNull();
});

test('follows what is on the page', async () => {
  const panel = await mountPanel();
  panel.subject = { kind: 'correlation', part: { ...correlation, stride: [2, 1] } };
  await panel.updateComplete;
  expect(textOf(panel)).toContain('F.conv2d(X, K, stride=(2, 1))');
});

test('a language that is not known any more is passed over', async () => {
  localStorage.setItem('corr2d:program', 'fortran');
  expect(textOf(await mountPanel())).toContain('import torch');
});
