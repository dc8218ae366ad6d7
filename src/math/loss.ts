/** Losses of squared errors and their gradients with respect to the response. */

/** `sum` is the article's; `mean` divides by the number of response elements. */
export type LossReduction = 'sum' | 'mean';
