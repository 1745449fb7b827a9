/**
 * Many lists that grow at their ends, in one block of memory: hundreds of thousands of arrays, most with one or two
 * numbers, would cost several times what they hold. A list lies in pieces of growing size; each piece ends with the
 * place of the next (as Lucene's in-memory index does it).
 */
import { intAt, makeGrowingInts, pushInt, reserveInts, type GrowingInts } from './growing-ints.ts';

export type PostingLists = {
  /** Where each list begins, where its next number goes, how many numbers its last piece can still take, its length. */
  readonly first: GrowingInts;
  readonly next: GrowingInts;
  readonly room: GrowingInts;
  readonly length: GrowingInts;
  readonly pool: GrowingInts;
};

const SMALLEST = 2;
const LARGEST = 1024;

export function makePostingLists(): PostingLists {
  return {
    first: makeGrowingInts(),
    next: makeGrowingInts(),
    room: makeGrowingInts(),
    length: makeGrowingInts(),
    pool: makeGrowingInts(),
  };
}

/** Lists are numbered from 0; one that is new must be the next. */
export function appendPosting(lists: PostingLists, list: number, value: number): void {
  const { first, next, room, length, pool } = lists;
  if (list === length.length) {
    const start = takePiece(pool, SMALLEST);
    pushInt(first, start);
    pushInt(next, start);
    pushInt(room, SMALLEST);
    pushInt(length, 0);
  } else if (intAt(room, list) === 0) {
    const size = Math.min(LARGEST, pieceEndingAt(intAt(length, list)) * 2);
    const start = takePiece(pool, size);
    pool.data[intAt(next, list)] = start;
    next.data[list] = start;
    room.data[list] = size;
  }
  const at = intAt(next, list);
  pool.data[at] = value;
  next.data[list] = at + 1;
  room.data[list] = intAt(room, list) - 1;
  length.data[list] = intAt(length, list) + 1;
}

/** Calls with each piece in order: its numbers are `data[start]` up to `data[end - 1]`. */
export function forEachPiece(
  { first, length, pool }: PostingLists,
  list: number,
  visit: (data: Int32Array, start: number, end: number) => void,
): void {
  let left = intAt(length, list);
  let start = intAt(first, list);
  for (let size = SMALLEST; left > 0; size = Math.min(LARGEST, size * 2)) {
    visit(pool.data, start, start + Math.min(size, left));
    left -= size;
    if (left > 0) start = intAt(pool, start + size);
  }
}

function takePiece(pool: GrowingInts, size: number): number {
  reserveInts(pool, size + 1);
  const start = pool.length;
  pool.length += size + 1;
  return start;
}

/** The size of the last piece of a list whose pieces are full. */
function pieceEndingAt(length: number): number {
  let size = SMALLEST;
  for (let held = SMALLEST; held < length; held += size) size = Math.min(LARGEST, size * 2);
  return size;
}
