/** A notice goes when its button is pressed, and what the button does may be told in its place. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { ReactiveControllerHost } from 'lit';
import type { Notice } from '../../../src/ui/shell/notice-list.ts';
import '../../../src/ui/shell/notice-list.ts';
import { Notices } from '../../../src/ui/shell/notices.ts';
import { mount, part } from '../mount.ts';

/** The notices, shown by an element as the page shows them. */
async function mountNotices(first: (notices: Notices) => Notice) {
  const element = await mount('corr2d-notice-list', {});
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      element.notices = notices.list;
    },
    updateComplete: Promise.resolve(true),
  };
  const notices = new Notices(host);
  element.addEventListener('notice-dismissed', (event) => {
    notices.dismiss(event.detail);
  });
  notices.tell(first(notices));
  await element.updateComplete;
  const texts = () => [...(element.shadowRoot?.querySelectorAll('p') ?? [])].map((each) => each.textContent);
  return { element, texts };
}

const told = (text: string): Notice => ({ id: 'update', kind: 'info', text: () => text });

test('a notice goes with its action', async () => {
  let runs = 0;
  const { element, texts } = await mountNotices(() => ({
    ...told('ready'),
    action: { label: () => 'Update now', run: () => runs++ },
  }));
  await userEvent.click(part(element, 'button'));
  await expect.poll(texts).toEqual([]);
  expect(runs).toBe(1);
});

test('what the action tells takes its place', async () => {
  const { element, texts } = await mountNotices((notices) => ({
    ...told('ready'),
    action: {
      label: () => 'Update now',
      run: () => {
        notices.tell(told('soon'));
      },
    },
  }));
  await userEvent.click(part(element, 'button'));
  await expect.poll(texts).toEqual(['soon']);
});
