/** The article's images, kernels and numbers, as it prints them. */
import { makeTensor, type Tensor4 } from './tensor.ts';

/** §1: the numbers 0 to 8. */
export const COUNTING_IMAGE: Tensor4 = makeTensor([1, 1, 3, 3], [0, 1, 2, 3, 4, 5, 6, 7, 8]);

/** §1: the numbers 0 to 3; with COUNTING_IMAGE the response is 19, 25, 37, 43. */
export const COUNTING_KERNEL: Tensor4 = makeTensor([1, 1, 2, 2], [0, 1, 2, 3]);

const BARS_ROW = [1, 1, 0, 0, 0, 0, 1, 1];

/** §2 and §3: six equal rows, white at both sides and black in the middle. */
export const BARS_IMAGE: Tensor4 = makeTensor([1, 1, 6, 8], Array<number[]>(6).fill(BARS_ROW).flat());

/** §2: +1 where white turns black from left to right, −1 where black turns white. */
export const EDGE_KERNEL: Tensor4 = makeTensor([1, 1, 1, 2], [1, -1]);

/** §3: learning EDGE_KERNEL back by gradient descent on the sum of squared errors. */
export const ARTICLE_RATE = 0.03;
export const ARTICLE_EPOCHS = 10;

/**
 * §3: a start that ends where the article does. The article ran unseeded and does not print its start; this one is
 * its printed result run backwards through the ten updates, to six decimals.
 */
export const ARTICLE_START: Tensor4 = makeTensor([1, 1, 1, 2], [0.492331, 0.270422]);

/** §3: the learned kernel, as printed to four decimals. */
export const ARTICLE_LEARNED_KERNEL: Tensor4 = makeTensor([1, 1, 1, 2], [1.0307, -0.9488]);
