import { expect, test } from 'vitest';
import { Paced } from '../../../src/ui/learning/paced.ts';

test('in a hurry a value stays for its time, and whatever comes without hurry is shown', () => {
  const paced = new Paced<string>(100);
  const shown = [
    paced.follow(() => 'a', true, 0),
    paced.follow(() => 'b', true, 99),
    paced.follow(() => 'c', true, 100),
    paced.follow(() => 'd', true, 150),
    paced.follow(() => 'e', false, 160),
    paced.follow(() => 'f', true, 170),
    paced.follow(() => 'g', true, 260),
  ];
  expect(shown).toEqual(['a', 'a', 'c', 'c', 'e', 'e', 'g']);
});

test('a value that is not shown is not made', () => {
  const paced = new Paced<number>(100);
  paced.follow(() => 1, true, 0);
  paced.follow(
    () => {
      throw new Error('it was made');
    },
    true,
    50,
  );
});
