/**
 * What engines know of a field. A field type is how people see a value; its kind is how it filters, sorts
 * and groups. Everything above adds field types freely, the engines never grow with them.
 */
export const KINDS = ['text', 'number', 'boolean', 'date', 'range', 'reference', 'set', 'document'] as const;

export type Kind = (typeof KINDS)[number];

/**
 * What an engine holds of one value, by kind; null is empty.
 * - text: the text · number: an IEEE double · boolean
 * - date: milliseconds since 1970 (a calendar day is its midnight in UTC)
 * - range: both ends as dates, the end day included
 * - reference: an option key or an id · set: option keys, labels or ids, without repeats
 * - document: only whether there is one (its length), never its text
 */
export type CellOf = {
  readonly text: string;
  readonly number: number;
  readonly boolean: boolean;
  readonly date: number;
  readonly range: { readonly start: number; readonly end: number };
  readonly reference: string;
  readonly set: readonly string[];
  readonly document: number;
};

export type Cell = CellOf[Kind] | null;
