/** What an expression gives for some records, before it is saved. */
import type { Cell } from '@throughline/model';
import {
  compileValue,
  makeStoreScope,
  type Expression,
  type Schema,
  type ViewContext,
} from '@throughline/view';
import type { RecordSource } from './record-source.ts';

export interface PreviewLine {
  readonly id: string;
  readonly value: Cell;
}

export interface PreviewParts {
  readonly source: RecordSource;
  readonly schema: Schema;
  readonly context: ViewContext;
}

/** The first records that the expression says something of; some of the rest where it says nothing. */
export function previewFormula(
  expression: Expression,
  { source, schema, context }: PreviewParts,
  count: number,
): readonly PreviewLine[] {
  const store = source.store();
  const value = compileValue(expression, { ...makeStoreScope(store, context), schema });
  const lines: PreviewLine[] = [];
  const empty: PreviewLine[] = [];
  for (const row of store.live()) {
    if (lines.length === count) break;
    const line = { id: store.idOf(row), value: value(store.reader(row)) };
    if (line.value === null) empty.push(line);
    else lines.push(line);
  }
  return [...lines, ...empty.slice(0, count - lines.length)];
}
