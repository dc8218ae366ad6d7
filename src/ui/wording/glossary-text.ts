/** What the terms of the field mean. */
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
    case 'norm':
      return msg(
        'The length of a kernel, as of an arrow: the square root of the sum of its squared weights. The larger it is, the louder a kernel answers.',
      );
    case 'separable':
      return msg(
        'A kernel that is a column times a row. It can be laid on as two narrow kernels, one after the other, with fewer multiplications.',
      );
    case 'target':
      return msg(
        'The response that is wanted: here what the teacher kernel makes of the image, so that one sees whether learning finds that kernel again. In practice people have answered examples beforehand.',
      );
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
    case 'curvature':
      return msg(
        'How quickly the gradient itself changes along a direction. All of them together are the Hessian matrix of second derivatives; its eigenvalues are the curvatures λ along the axes of the bowl.',
      );
    case 'condition':
      return msg(
        'The largest curvature over the smallest. The larger it is, the longer and narrower the valley, and the slower gradient descent.',
      );
    case 'momentum':
      return msg(
        'A step keeps a share of the one before, as a rolling ball does. That is faster through long valleys, and may swing (Goh 2017).',
      );
    case 'dampening':
      return msg('With momentum: the share of the new gradient that a step leaves out.');
    case 'nesterov':
      return msg(
        'Momentum that looks ahead: the gradient counts where the momentum is about to lead. It swings less.',
      );
    case 'weight-decay':
      return msg(
        'At every step each weight is pulled a little towards zero, as if its square belonged to the loss.',
      );
    case 'adam':
      return msg(
        'An optimiser that gives every weight a step of its own, from running averages of the gradient and of its square.',
      );
    case 'feature-map':
      return msg(
        'The response of a layer inside a network: it maps where a feature is found, and how strongly. A layer is sometimes called so as well, because it maps its image to the space of the next layer.',
      );
    case 'activation':
      return msg(
        'A function that a layer applies to each element by itself, such as ReLU, which turns what is negative into zero. Without one, layers one after another are no more than a single larger kernel.',
      );
    case 'pooling':
      return msg(
        'A layer without weights: of each window it keeps the maximum or the average, and usually moves on by a whole window.',
      );
    case 'receptive-field':
      return msg('All elements of all layers before, down to the image, that can change an element.');
    case 'jump':
      return msg(
        'How many cells of the image lie between the fields of two neighbours: the product of all strides so far.',
      );
    case 'overhang':
      return msg(
        'How far the field of the first element reaches past the border of the image, because of padding.',
      );
    case 'effective-field':
      return msg(
        'The part of the receptive field that really matters: where a change of the image is felt by more than 4.55% of what it is felt in the middle.',
      );
  }
}
