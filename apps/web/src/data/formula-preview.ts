/** What an expression gives for some records, before it is saved. */
import type { Cell } from '@throughline/model';
import { compileValue, type Expression, type Extent, type Schema, type ViewContext } from '@throughline/view';
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
  const extents = new Map<Expression, Extent>();
  const extent = (node: Expression): Extent => {
    const known = extents.get(node);
    if (known !== undefined) return known;
    const value = compileValue(node, { schema, context, extent });
    let [least, greatest] = [Infinity, -Infinity];
    for (const row of store.live()) {
      const number = value(store.reader(row));
      if (typeof number !== 'number') continue;
      [least, greatest] = [Math.min(least, number), Math.max(greatest, number)];
    }
    extents.set(node, { least, greatest });
    return { least, greatest };
  };
  const value = compileValue(expression, { schema, context, extent });
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
