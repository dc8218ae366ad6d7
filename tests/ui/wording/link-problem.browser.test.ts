import { expect, it } from 'vitest';
import { fileProblemText } from '../../../src/ui/wording/file-problem-text.ts';
import { linkProblemText } from '../../../src/ui/wording/link-problem-text.ts';

it('says what is wrong, what may be there, and what the reader sees', () => {
  expect(linkProblemText({ code: 'link-invalid', scene: 'correlation', field: 'stride-y' }, false)).toBe(
    'This link holds something that cannot be used: Correlation, Stride down. A whole number from 1 to 8 may stand there. The page shows its start instead.',
  );
  expect(linkProblemText({ code: 'link-invalid', scene: 'learning', field: 'rate' }, true)).toBe(
    'This link holds something that cannot be used: Learning, Learning rate. A number from 0.000001 to 1000000 may stand there. The page stays as it was.',
  );
});

it('says what a grid may be', () => {
  expect(fileProblemText('fit.json', { code: 'file-invalid', scene: 'correlation', field: 'kernel' })).toBe(
    '“fit.json” holds something that cannot be used: Correlation, Kernel. A kernel has at most 15 rows and columns, numbers from −9999 to 9999, and fits into the image with its padding. Nothing was changed.',
  );
});

it('names the schema for what takes more than a sentence', () => {
  expect(linkProblemText({ code: 'link-invalid', scene: 'receptive', field: 'layers' }, false)).toContain(
    'described in corr2d.schema.json',
  );
});
