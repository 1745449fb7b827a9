import { PAGE, type Page, type TableRow } from './shapes.ts';
import type { ViewContent, ViewToDraw } from './view-content.ts';

const rowHeight = 26;
const mostColumns = 9;

/** A table; a long one goes on over the pages, with its head on each. */
export function drawList({ columns }: ViewToDraw, { groups, text }: ViewContent): readonly Page[] {
  const shown = columns.slice(0, mostColumns);
  const lines: TableRow[] = groups.flatMap(({ name, ids }) => [
    ...(name === '' ? [] : [{ cells: [`${name} (${ids.length})`], isGroup: true }]),
    ...ids.map((id) => ({ cells: shown.map((field) => text(id, field)), isGroup: false })),
  ]);
  const width = PAGE.width - 2 * PAGE.margin;
  const first = Math.min(420, width / Math.max(1, shown.length) + 160);
  const rest = shown.length > 1 ? (width - first) / (shown.length - 1) : 0;
  const widths = shown.map((_, index) => (index === 0 ? (shown.length > 1 ? first : width) : rest));
  const perPage = Math.floor((PAGE.bottom - PAGE.top) / rowHeight) - 1;
  const head = shown.map(({ name }) => name);
  return chunks(lines, perPage).map((rows) => [
    { kind: 'table', x: PAGE.margin, y: PAGE.top, widths, rowHeight, head, rows },
  ]);
}

/** At least one, also of nothing. */
export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
