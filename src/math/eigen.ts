/** Eigenvalues and eigenvectors of symmetric matrices: the only part of the project that needs a matrix library. */
import { EigenvalueDecomposition } from 'ml-matrix';

export interface Eigensystem {
  /** Ascending. */
  readonly values: readonly number[];
  /** Unit vectors, orthogonal to one another, in the order of their values. */
  readonly vectors: readonly (readonly number[])[];
}

/** Of a symmetric matrix, given by its rows. */
export function eigensystem(matrix: readonly (readonly number[])[]): Eigensystem {
  const decomposition = new EigenvalueDecomposition(
    matrix.map((row) => [...row]),
    { assumeSymmetric: true },
  );
  const vectors = decomposition.eigenvectorMatrix;
  const pairs = decomposition.realEigenvalues
    .map((value, column) => ({ value, vector: vectors.getColumn(column) }))
    .sort((a, b) => a.value - b.value);
  return { values: pairs.map(({ value }) => value), vectors: pairs.map(({ vector }) => vector) };
}
