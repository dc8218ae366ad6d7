/** Why a picture was not made, and what can be done. */
import { msg, str } from '@lit/localize';
import type { PictureProblem } from '../../state/picture/limits.ts';

export function pictureProblemText(problem: PictureProblem): string {
  switch (problem.code) {
    case 'picture-too-large': {
      const { width, height } = problem;
      const most = String(Math.floor(problem.most / 1e6));
      return msg(
        str`${width} × ${height} pixels are more than a browser can draw: ${most} million is the most. Choose a lower resolution, leave the numbers out, or take SVG, which has no limit.`,
      );
    }
    case 'film-too-long':
      return msg(
        str`The film would have ${problem.frames} frames, and ${problem.most} is the most. Make the image smaller, or the stride larger.`,
      );
    case 'film-too-large': {
      const { width, height, most } = problem;
      return msg(
        str`Frames of ${width} × ${height} pixels are too large for a film: ${most} a side, and four million in all, are the most. Choose the size 1×, or leave the numbers out.`,
      );
    }
    case 'no-video':
      return msg('This browser cannot encode video. Take GIF instead, or open the page in another browser.');
    case 'picture-failed':
      return msg(str`The browser could not make this file (${problem.detail}). Try a smaller size.`);
  }
}
