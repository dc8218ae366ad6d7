/** Back and forward after a reload, which leaves entries in the history and nothing in memory. */
import { expect, onTestFinished, test } from 'vitest';
import { DEFAULT_DOCUMENT, type PlaygroundDocument } from '../../../src/state/document.ts';
import { PageAddress, type Travel } from '../../../src/ui/shell/page-address.ts';

const FLIPPED: PlaygroundDocument = {
  ...DEFAULT_DOCUMENT,
  correlation: { ...DEFAULT_DOCUMENT.correlation, flip: true },
};

/** A page of the tab, which tells where back and forward lead. */
function openPage(document: PlaygroundDocument): { address: PageAddress; travels: Travel[] } {
  const travels: Travel[] = [];
  const address = new PageAddress((_, travel) => travels.push(travel));
  address.connect(document);
  onTestFinished(() => {
    address.disconnect();
  });
  return { address, travels };
}

/** A tab that shows a scene, another scene, and then what was opened there; reloaded. */
function openReloaded(opened: PlaygroundDocument | null) {
  history.pushState(null, '', '#');
  const { address } = openPage(DEFAULT_DOCUMENT);
  address.pushScene('edges');
  if (opened) address.pushOpened('learning', opened);
  address.disconnect();
  return openPage(opened ?? DEFAULT_DOCUMENT);
}

test('after a reload the other scenes are still those of one’s own work', async () => {
  const { travels } = openReloaded(null);
  history.back();
  await expect.poll(() => travels).toEqual([{ kind: 'own', document: null }]);
});

test('after a reload an earlier document is only in its entry’s link, and then known again', async () => {
  const { address, travels } = openReloaded(FLIPPED);
  history.back();
  await expect.poll(() => travels).toEqual([{ kind: 'forgotten' }]);
  address.show(DEFAULT_DOCUMENT);
  history.forward();
  await expect.poll(() => travels.at(-1)).toEqual({ kind: 'own', document: FLIPPED });
  history.back();
  await expect.poll(() => travels.at(-1)).toEqual({ kind: 'own', document: DEFAULT_DOCUMENT });
});

test('an entry that is come back to is of the visit that shows it: what it saves is this entry’s', async () => {
  const { address, travels } = openReloaded(null);
  history.back();
  await expect.poll(() => travels.length).toBe(1);
  address.disconnect();
  expect(openPage(DEFAULT_DOCUMENT).address.isOf(address.visit)).toBe(true);
});

test('an address that is pasted in is foreign, before a reload and after', async () => {
  const { travels } = openReloaded(null);
  location.hash = '#ex=sobel';
  await expect.poll(() => travels).toEqual([{ kind: 'foreign' }]);
});
