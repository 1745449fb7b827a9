import { assert } from '@throughline/base';

/** The inverse of a symmetric positive definite matrix, row by row, by Gauss–Jordan elimination in place. */
export function invert(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  for (let pivot = 0; pivot < size; pivot++) {
    const head = a[pivot * size + pivot] as number;
    assert(head > 0, 'The matrix is not positive definite');
    for (let column = 0; column < size; column++)
      if (column !== pivot) a[pivot * size + column] = (a[pivot * size + column] as number) / head;
    for (let row = 0; row < size; row++) {
      const factor = a[row * size + pivot] as number;
      if (row === pivot || factor === 0) continue;
      for (let column = 0; column < size; column++) {
        if (column === pivot) continue;
        const at = row * size + column;
        a[at] = (a[at] as number) - factor * (a[pivot * size + column] as number);
      }
      a[row * size + pivot] = -factor / head;
    }
    a[pivot * size + pivot] = 1 / head;
  }
  return a;
}
