import { expect, test } from 'vitest';
import { version } from '../../package.json';
import { APP_VERSION } from '../../src/state/version.ts';

test("the version that measurements are kept for is the package's", () => {
  expect(APP_VERSION).toBe(version);
});
