/** While a number of the text is dragged the figure that it changes is in sight, and nothing else moves. */
import { expect, onTestFinished, test } from 'vitest';
import { PinnedFigure } from '../../../src/ui/scenes/pinned-figure.ts';

function scene(figureAt: number): { host: HTMLElement; figure: HTMLElement; number: HTMLElement } {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<div style="height: ${String(figureAt)}px"></div>
    <style>corr2d-correlation-figure { display: block; }</style>
    <corr2d-correlation-figure><div style="height: 120px"></div></corr2d-correlation-figure>
    <div style="height: 3000px"></div><slot></slot><div style="height: 3000px"></div>`;
  const number = document.createElement('b');
  number.textContent = '3';
  host.append(number);
  document.body.append(host);
  onTestFinished(() => {
    host.remove();
    scrollTo(0, 0);
  });
  const figure = root.querySelector<HTMLElement>('corr2d-correlation-figure');
  if (!figure) throw new Error('no figure');
  return { host, figure, number };
}

test('a figure far above floats in the window, beside the number, and goes back', () => {
  const { host, figure, number } = scene(10);
  number.scrollIntoView({ block: 'center' });
  const [before, height] = [number.getBoundingClientRect().top, document.documentElement.scrollHeight];
  const pinned = new PinnedFigure();
  pinned.pin(host, number);
  const { top, bottom } = figure.getBoundingClientRect();
  expect(top).toBeGreaterThanOrEqual(0);
  expect(bottom).toBeLessThanOrEqual(innerHeight);
  expect(top > before || bottom < before).toBe(true);
  expect(number.getBoundingClientRect().top).toBe(before);
  expect(document.documentElement.scrollHeight).toBe(height);
  pinned.unpin();
  expect(figure.getBoundingClientRect().bottom).toBeLessThan(0);
});

test('a figure in sight stays where it is', () => {
  const { host, figure, number } = scene(10);
  scrollTo(0, 0);
  const { top } = figure.getBoundingClientRect();
  new PinnedFigure().pin(host, number);
  expect(figure.getBoundingClientRect().top).toBe(top);
});
