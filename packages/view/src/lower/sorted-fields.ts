import type { Sql } from './sql.ts';

/** Orders that the database keeps an index of. */
export type SortedFields = {
  /** Holds for every record, and says which part of the table the indexes are of. */
  readonly base: Sql;
  /** The keys of a field's order as its index holds them; undefined where there is none. */
  readonly keysOf: (fieldId: string) => readonly SortedKey[] | undefined;
};

export type SortedKey = { readonly value: Sql; readonly type: 'text' | 'float8' | 'boolean' };
