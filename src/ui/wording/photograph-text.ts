/** Why a photograph could not be used, and what can be done. */
import { msg, str } from '@lit/localize';
import type { PhotographProblem } from '../picture/read-photograph.ts';

export function photographProblemText(problem: PhotographProblem): string {
  switch (problem.code) {
    case 'not-a-picture':
      return problem.name === ''
        ? msg(
            'The browser cannot read this as a picture. Take a JPEG, PNG or WebP file; your image is as it was.',
          )
        : msg(
            str`The browser cannot read ${problem.name} as a picture. Take a JPEG, PNG or WebP file; your image is as it was.`,
          );
    case 'file-too-large':
      return msg(
        str`The file is ${problem.megabytes} MB, and ${problem.most} MB is the most. Take a smaller copy of the picture.`,
      );
    case 'too-many-pixels':
      return msg(
        str`${problem.width} × ${problem.height} pixels are too many: ${problem.most} million in all and 16,384 a side are the most. Take a smaller copy of the picture.`,
      );
  }
}
