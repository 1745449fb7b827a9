/** References to people and the like stand in the order of their names, which engines keep outside the records. */
import { makeSortKey } from '@throughline/base';
import type { TitleIndex } from '../schema.ts';
import type { ValueType } from '../value-type.ts';

/** Behind all titles: the key of a record whose title is not known. */
export const UNTITLED = '\u{10ffff}';

/** Whether references or their sets are ordered by title first and by id then. */
export function isOrderedByTitle(titles: TitleIndex, { target, options }: ValueType): boolean {
  return target !== undefined && options === undefined && titles.orders?.(target) === true;
}

/** The sort key of a record's title, by id; undefined where ids alone decide. */
export function titleKeys(titles: TitleIndex, type: ValueType): ((id: string) => string) | undefined {
  if (!isOrderedByTitle(titles, type)) return undefined;
  return (id) => {
    const title = titles.titleOf(id);
    return title === undefined ? UNTITLED : makeSortKey(title);
  };
}
