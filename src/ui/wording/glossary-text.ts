/** What the terms of the lesson mean. */
import { msg } from '@lit/localize';
import type { TermName } from '../lesson/terms.ts';

export function termMeaning(term: TermName): string {
  switch (term) {
    case 'correlation':
      return msg(
        'Laying a kernel on every part of an image and adding up the products: Y[i, j] = Σ X[i + a, j + b] · K[a, b]. What a convolution layer computes.',
      );
    case 'convolution':
      return msg(
        'A cross-correlation with the kernel turned by half a turn. The layers named after it leave the turn out.',
      );
    case 'image':
      return msg('The table of numbers that a layer gets: pixels, or the feature map of the layer before.');
    case 'kernel':
      return msg(
        'The small table of weights that a layer lays on its image. It is also called a filter; its numbers are what is learned.',
      );
    case 'response':
      return msg('The table of numbers that a layer gives: one element for each place of the kernel.');
    case 'window':
      return msg('The part of the image that lies under the kernel for one element of the response.');
    case 'stride':
      return msg('By how many cells the window moves on. At 2 the response is about half as long.');
    case 'padding':
      return msg('Rows and columns of zeros around the image, so that windows can reach past its border.');
    case 'dilation':
      return msg(
        'How far apart the weights of a kernel are laid: at 2 a cell is left out between two of them.',
      );
    case 'channel':
      return msg(
        'One of several tables that belong together: the colours of a picture, or the feature maps of a layer.',
      );
    case 'bias':
      return msg('A learned number that a layer adds to every element of its response.');
    case 'edge':
      return msg('A place where neighbouring pixels differ.');
    case 'target':
      return msg('The response that is wanted: here what the teacher kernel makes of the image.');
    case 'residual':
      return msg('Response less target: how wrong each element is, and in which direction.');
    case 'loss':
      return msg(
        'One number for how wrong a response is: here the sum of the squared residuals, or their mean.',
      );
    case 'gradient':
      return msg('For every weight, how fast the loss grows with it. Learning goes the other way.');
    case 'rate':
      return msg('By what the gradient is multiplied for a step. It is written η or lr.');
    case 'epoch':
      return msg('A pass over all training images. Here there is one image, so an epoch is a step.');
    case 'feature-map':
      return msg(
        'The response of a layer inside a network: it maps where a feature is found, and how strongly.',
      );
    case 'receptive-field':
      return msg('All elements of all layers before, down to the image, that can change an element.');
    case 'effective-field':
      return msg(
        'The part of the receptive field that really matters: where a change of the image is felt by more than 4.55 % of what it is felt in the middle.',
      );
  }
}
