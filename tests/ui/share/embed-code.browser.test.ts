/** The HTML follows what is chosen. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../../src/ui/share/embed-code.ts';
import { mount, part } from '../mount.ts';

const LINK = 'https://example.org/any/#scene=edges';

const mountCode = () => mount('corr2d-embed-code', { link: LINK, scene: 'edges' });

/** The frame's address, as a browser reads it from the HTML that is shown. */
function addressIn(element: Element): string {
  const code = part(element, 'pre').textContent;
  const frame = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe');
  return frame?.src ?? '';
}

test('begins with the default controls, the visitor’s language and theme', async () => {
  expect(addressIn(await mountCode())).toBe('https://example.org/any/#embed&scene=edges');
});

test('a control, a language and a theme go into the address', async () => {
  const element = await mountCode();
  const [text] = element.shadowRoot?.querySelectorAll('fieldset input') ?? [];
  if (!text) throw new Error('there is nothing to choose');
  await userEvent.click(text);
  const [, language, theme] = element.shadowRoot?.querySelectorAll('select') ?? [];
  if (!language || !theme) throw new Error('there is nothing to choose');
  await userEvent.selectOptions(language, 'zh-CN');
  await userEvent.selectOptions(theme, 'dark');
  const base = 'https://example.org/any/#embed=text,play,sum,charts&scene=edges';
  await expect.poll(() => addressIn(element)).toBe(`${base}&lang=zh-CN&theme=dark`);
});

test('offers what the scene has', async () => {
  const element = await mountCode();
  const names = () =>
    [...(element.shadowRoot?.querySelectorAll('fieldset label') ?? [])].map((label) =>
      label.textContent.trim(),
    );
  expect(names()).toContain('the sum of an element');
  expect(names()).not.toContain('charts of a run');
  element.scene = 'learning';
  await expect.poll(names).toContain('charts of a run');
});

test('the script is left out where it is not wanted', async () => {
  const element = await mountCode();
  expect(part(element, 'pre').textContent).toContain('corr2d:height');
  await userEvent.click(part(element, ':host > .choice input'));
  await expect.poll(() => part(element, 'pre').textContent).not.toContain('<script>');
});

test('the element stands in place of the frame, and needs no script that fits it', async () => {
  const element = await mountCode();
  await userEvent.selectOptions(part(element, 'select'), 'element');
  await expect.poll(() => part(element, 'pre').textContent).toContain('<corr2d-figure');
  expect(part(element, 'pre').textContent).not.toContain('iframe');
  expect(part(element, ':host > .choice').checkVisibility()).toBe(false);
});
