/** Why a file was not opened. */
import { msg, str } from '@lit/localize';
import type { FileProblem } from '../../state/document-file.ts';
import { allowedText } from './allowed-text.ts';
import { fieldName } from './field-text.ts';
import { sceneTitle } from './scene-text.ts';

/** `name` is the file's. */
export function fileProblemText(name: string, problem: FileProblem): string {
  return `${causeText(name, problem)} ${msg('Nothing was changed.')}`;
}

function causeText(name: string, problem: FileProblem): string {
  switch (problem.code) {
    case 'file-not-ours':
      return msg(
        str`“${name}” is not a document of the playground, or it is damaged. Open a .json file that was saved here.`,
      );
    case 'file-newer':
      return msg(
        str`“${name}” was saved by a newer version of the playground. Reload the page and open it again.`,
      );
    case 'file-too-large':
      return msg(
        str`“${name}” is too large: ${kilobytes(problem.bytes)} kB, of ${kilobytes(problem.largest)} kB allowed. Open a .json file that was saved here.`,
      );
    case 'file-unreadable':
      return msg(str`“${name}” could not be read: it was moved or deleted. Choose it again.`);
    case 'file-invalid': {
      const { scene, field } = problem;
      const place = msg(
        str`“${name}” holds something that cannot be used: ${sceneTitle(scene)}, ${fieldName(field)}.`,
      );
      return `${place} ${allowedText(field)}`;
    }
  }
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1000));
}
