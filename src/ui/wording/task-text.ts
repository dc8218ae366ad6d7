/** What the tasks of the lesson ask for, and a hint for each. */
import { msg } from '@lit/localize';
import type { TaskName } from '../../state/lesson/task.ts';

export interface TaskText {
  readonly text: string;
  readonly hint: string;
}

export function taskText(task: TaskName): TaskText {
  switch (task) {
    case 'silent-response':
      return {
        text: msg(
          'Make the response zero everywhere, with a kernel that is not all zeros on an image of more than one number.',
        ),
        hint: msg(
          'Weights that cancel each other say nothing about equal numbers. Fill each row with one number of its own.',
        ),
      };
    case 'same-size':
      return {
        text: msg('Make the response as large as the image, under a kernel of 3×3 or larger.'),
        hint: msg('A 3×3 kernel takes away two rows and two columns. Padding can give them back.'),
      };
    case 'half-turn':
      return {
        text: msg(
          'Find a kernel of several different weights for which convolution and correlation agree on every image.',
        ),
        hint: msg(
          'Turned by half a turn, it must be the same kernel. Read it from its last weight to its first.',
        ),
      };
    case 'horizontal-edges':
      return {
        text: msg(
          'Find a kernel that answers zero to the vertical bars of the example, but not to the same bars laid on their side.',
        ),
        hint: msg('Compare neighbours above one another: a column of two weights is enough.'),
      };
    case 'single-edge':
      return {
        text: msg('Paint a picture to which [1, −1] would answer +1 exactly once, and 0 everywhere else.'),
        hint: msg(
          'White must turn black in one place only, and black must never turn white: begin with all black.',
        ),
      };
    case 'corners':
      return {
        text: msg(
          'Find a kernel that is blind to straight edges, vertical and horizontal, but sees the corners of a square.',
        ),
        hint: msg(
          'Take the difference of two differences: a 2×2 kernel whose rows and columns all add up to zero.',
        ),
      };
    case 'long-swing':
      return {
        text: msg(
          'Choose a learning rate that makes the error swing from side to side for long, and still converge.',
        ),
        hint: msg(
          'The factor of the steepest direction should lie between −1 and −0.9: just below the limit.',
        ),
      };
    case 'no-swing':
      return {
        text: msg('Choose the largest learning rate with which no error changes sides, to within a tenth.'),
        hint: msg('The factor of the steepest direction is 1 − rate · λ. Bring it down to 0, not below.'),
      };
    case 'blind-image':
      return {
        text: msg('Paint a picture, not all of one colour, from which the kernel cannot be found back.'),
        hint: msg(
          'If every row is of one colour, only the sum of the two weights matters. Run it: the loss falls to zero, and yet the kernel is another.',
        ),
      };
    case 'seven-by-seven':
      return {
        text: msg(
          'Give the last element a field of 7×7 with exactly three layers. The image must be large enough for them.',
        ),
        hint: msg(
          'Each layer adds its kernel’s side less one, so three of 3×3 add six. An image of 7×7 or more fits.',
        ),
      };
    case 'thrifty-field':
      return {
        text: msg(
          'See 17×17 cells or more with 50 weights at most, by a stack that is none of the examples.',
        ),
        hint: msg(
          'Dilation or stride: both make the following layers count several times over. The image needs the room.',
        ),
      };
    case 'past-the-image':
      return {
        text: msg(
          'Let the field of the last element be larger than the whole image, in both directions, by a stack that is none of the examples.',
        ),
        hint: msg('Without padding no window leaves the image. Give the first layer some.'),
      };
  }
}
