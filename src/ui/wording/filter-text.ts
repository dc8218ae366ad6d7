/** Names of the filters that make a target. */
import { msg } from '@lit/localize';
import type { FilterName } from '../../math/filters.ts';

const NAMES: Readonly<Record<FilterName, () => string>> = {
  gaussian: () => msg('Gaussian blur'),
  laplacian: () => msg('Laplacian'),
  median: () => msg('median'),
  maximum: () => msg('greatest of nine'),
  minimum: () => msg('least of nine'),
  sobel: () => msg('length of the Sobel gradient'),
};

export function filterName(name: FilterName): string {
  return NAMES[name]();
}
