/**
 * Rows under their parents: each row once, siblings in the order in which they come. Parents that are not among the rows come
 * in as context, where the first of their descendants would stand, so that no child is lost. A loop of parents
 * begins at the top, at one of its members.
 */
import { isContext, isFolded, isParent, type NestedRows } from './nested-rows.ts';

/**
 * `parents` holds the parent's row for each row of the store, -1 for none. Costs a few passes over whole numbers.
 */
export function nestRows(
  shown: Int32Array,
  parents: Int32Array,
  mayFold: (row: number) => boolean = () => false,
): NestedRows {
  const tree = linkRows(shown, parents);
  const walk = makeWalk(tree, parents, mayFold);
  for (const row of tree.order) if ((parents[row] as number) < 0) walk.from(row);
  if (walk.reached() < tree.order.length)
    for (const row of tree.order) if (!walk.hasReached(row)) walk.from(findLoop(row, parents));
  return walk.result();
}

interface Tree {
  /** Every row to show, those of context before the first of their descendants. */
  readonly order: Int32Array;
  readonly isShown: Uint8Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

function linkRows(shown: Int32Array, parents: Int32Array): Tree {
  const size = parents.length;
  const [isShown, isPlaced] = [new Uint8Array(size), new Uint8Array(size)];
  for (const row of shown) isShown[row] = 1;
  const order = new Int32Array(size);
  let count = 0;
  for (const row of shown) {
    let above = parents[row] as number;
    while (above >= 0 && isShown[above] === 0 && isPlaced[above] === 0) {
      isPlaced[above] = 1;
      order[count++] = above;
      above = parents[above] as number;
    }
    if (isPlaced[row] === 1) continue;
    isPlaced[row] = 1;
    order[count++] = row;
  }
  return { order: order.subarray(0, count), isShown, ...linkSiblings(order.subarray(0, count), parents) };
}

function linkSiblings(order: Int32Array, parents: Int32Array): Pick<Tree, 'firstChild' | 'nextSibling'> {
  const size = parents.length;
  const firstChild = new Int32Array(size).fill(-1);
  const lastChild = new Int32Array(size).fill(-1);
  const nextSibling = new Int32Array(size).fill(-1);
  for (const row of order) {
    const parent = parents[row] as number;
    if (parent < 0) continue;
    const last = lastChild[parent] as number;
    if (last < 0) firstChild[parent] = row;
    else nextSibling[last] = row;
    lastChild[parent] = row;
  }
  return { firstChild, nextSibling };
}

/** Without a stack, whatever the depth: up goes by the parents. */
function makeWalk(tree: Tree, parents: Int32Array, mayFold: (row: number) => boolean) {
  const { order, isShown, firstChild, nextSibling } = tree;
  const isReached = new Uint8Array(parents.length);
  const rows = new Int32Array(order.length);
  const depths = new Int32Array(order.length);
  const marks = new Uint8Array(order.length);
  let [count, reached] = [0, 0];

  /** Answers whether the row is folded. */
  function put(row: number, depth: number): boolean {
    const hasChildren = (firstChild[row] as number) >= 0;
    const isShut = hasChildren && mayFold(row);
    marks[count] =
      (isShown[row] === 1 ? 0 : isContext) | (hasChildren ? isParent : 0) | (isShut ? isFolded : 0);
    depths[count] = depth;
    rows[count++] = row;
    return isShut;
  }
  function unreachedFrom(first: number): number {
    let row = first;
    while (row >= 0 && isReached[row] === 1) row = nextSibling[row] as number;
    return row;
  }
  function from(root: number): void {
    let [row, depth, foldedAt] = [root, 0, -1];
    while (row >= 0) {
      isReached[row] = 1;
      reached += 1;
      if (foldedAt < 0 && put(row, depth)) foldedAt = depth;
      const child = unreachedFrom(firstChild[row] as number);
      if (child >= 0) {
        row = child;
        depth += 1;
        continue;
      }
      [row, depth] = climb(row, depth);
      if (foldedAt >= depth) foldedAt = -1;
    }
    function climb(start: number, from: number): [row: number, depth: number] {
      let [at, level] = [start, from];
      while (at !== root) {
        const sibling = unreachedFrom(nextSibling[at] as number);
        if (sibling >= 0) return [sibling, level];
        at = parents[at] as number;
        level -= 1;
      }
      return [-1, -1];
    }
  }
  return {
    from,
    reached: () => reached,
    hasReached: (row: number) => isReached[row] === 1,
    result: (): NestedRows => ({
      rows: rows.subarray(0, count),
      depths: depths.subarray(0, count),
      marks: marks.subarray(0, count),
    }),
  };
}

/** A member of the loop that the parents of a row lead to. */
function findLoop(start: number, parents: Int32Array): number {
  let [slow, fast] = [start, start];
  do {
    slow = parents[slow] as number;
    fast = parents[parents[fast] as number] as number;
  } while (slow !== fast);
  return slow;
}
