/** Puts rows that lie in any order case by case; rows of a case keep the order they had. */
import type { EventLog } from './event-log.ts';

export type CaseGrouping = {
  readonly firstEvent: Uint32Array;
  /** The row of each event; null where rows lie case by case already. */
  readonly order: Uint32Array | null;
};

/** `caseOf` has the number of each row's case, numbers being given in the order cases first appear. */
export function groupByCase(caseOf: Int32Array, cases: number): CaseGrouping {
  const firstEvent: EventLog['firstEvent'] = new Uint32Array(cases + 1);
  let isGrouped = true;
  for (let row = 0; row < caseOf.length; row++) {
    const code = caseOf[row] as number;
    firstEvent[code + 1] = (firstEvent[code + 1] as number) + 1;
    if (row > 0 && code < (caseOf[row - 1] as number)) isGrouped = false;
  }
  for (let code = 0; code < cases; code++)
    firstEvent[code + 1] = (firstEvent[code + 1] as number) + (firstEvent[code] as number);
  if (isGrouped) return { firstEvent, order: null };
  const next = firstEvent.slice();
  const order = new Uint32Array(caseOf.length);
  for (let row = 0; row < caseOf.length; row++) {
    const code = caseOf[row] as number;
    order[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { firstEvent, order };
}
