/** A frame in two turns, in a browser that draws frames. */
import { expect, test } from 'vitest';
import { atFrame, drawInFrame } from '../../../src/ui/grid/frame.ts';

const nextFrame = () => new Promise(requestAnimationFrame);

test('what came in is done first, then what follows from it, then all is drawn, once', async () => {
  const done: string[] = [];
  const draw = (): void => {
    done.push('drawn');
  };
  const come = (): void => {
    done.push('came');
    drawInFrame(draw);
    void Promise.resolve().then(() => {
      done.push('followed');
      drawInFrame(draw);
    });
  };
  atFrame(come);
  atFrame(come);
  expect(done).toEqual([]);
  let frames = 0;
  const count = (): void => {
    frames++;
  };
  requestAnimationFrame(count);
  await nextFrame();
  expect(done).toEqual(['came', 'followed', 'drawn']);
  expect(frames).toBe(1);
  await nextFrame();
  expect(done).toHaveLength(3);
});

test('where no frame is ahead, what is drawn is drawn at once', async () => {
  const done: string[] = [];
  drawInFrame(() => {
    done.push('drawn');
  });
  expect(done).toEqual(['drawn']);
  await nextFrame();
  expect(done).toEqual(['drawn']);
});
