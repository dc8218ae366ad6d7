import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  controlsWithout,
  DEFAULT_CONTROLS,
  FIGURE_CONTROLS,
  formatControls,
  parseControls,
} from '../../src/state/figure-controls.ts';

describe('reading', () => {
  it.each([
    ['', DEFAULT_CONTROLS],
    ['all', FIGURE_CONTROLS],
    ['none', []],
    ['undo,text', ['text', 'undo']],
    ['undo text', ['text', 'undo']],
    [' undo,  undo ', ['undo']],
    ['undo,from-a-later-version', ['undo']],
    ['nonsense', DEFAULT_CONTROLS],
    ['constructor', DEFAULT_CONTROLS],
  ])('%j shows %j', (text, controls) => {
    expect(parseControls(text)).toEqual(controls);
  });
});

it('what is written is read again', () => {
  fc.assert(
    fc.property(fc.subarray([...FIGURE_CONTROLS]), (controls) => {
      expect(parseControls(formatControls(controls))).toEqual(controls);
    }),
  );
});

it('what is shown and what is left out are everything', () => {
  fc.assert(
    fc.property(fc.subarray([...FIGURE_CONTROLS]), (controls) => {
      expect([...controls, ...controlsWithout(controls)].sort()).toEqual([...FIGURE_CONTROLS].sort());
    }),
  );
});
