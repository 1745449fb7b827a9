/**
 * Order statistics of many numbers, without sorting them. Quantiles interpolate linearly between order statistics
 * (type 7 of Hyndman and Fan, 1996), so that the half quantile is the median.
 */

/** Rearranges the values between two places. NaN where there is none. */
export function quantile(values: Float64Array, share: number): number {
  if (values.length === 0) return Number.NaN;
  const place = (values.length - 1) * share;
  const low = Math.floor(place);
  const below = select(values, low);
  if (low === place) return below;
  let above = Number.POSITIVE_INFINITY;
  for (let index = low + 1; index < values.length; index++) above = Math.min(above, values[index] as number);
  return below + (above - below) * (place - low);
}

/** The value that sorting would put at a place (Hoare's selection); smaller ones end before it, greater after. */
function select(values: Float64Array, place: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOf(values, left, right);
    let low = left;
    let high = right;
    while (low <= high) {
      while ((values[low] as number) < pivot) low += 1;
      while ((values[high] as number) > pivot) high -= 1;
      if (low > high) break;
      const swapped = values[low] as number;
      values[low++] = values[high] as number;
      values[high--] = swapped;
    }
    if (place <= high) right = high;
    else if (place >= low) left = low;
    else break;
  }
  return values[place] as number;
}

function middleOf(values: Float64Array, left: number, right: number): number {
  const a = values[left] as number;
  const b = values[(left + right) >> 1] as number;
  const c = values[right] as number;
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
