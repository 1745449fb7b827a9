/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { dayToMilliseconds } from '@throughline/model';
import { ListCellContent } from '../../fields/list-cell.tsx';
import { readDateRange, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import type { SharedColumn, SharedItem } from './shared-data.ts';
import type { SharedPartsProps } from './shared-list.tsx';

const DAY_MS = 86_400_000;

export interface SharedTimelineProps extends Pick<SharedPartsProps, 'columns' | 'lookups' | 'onOpen'> {
  readonly items: readonly SharedItem[];
  /** The column whose ranges are drawn. */
  readonly range: SharedColumn;
}

/** A bar for each record along one scale, the earliest first; those without dates below. */
export function SharedTimeline({ items, columns, range, lookups, onOpen }: SharedTimelineProps) {
  const title = columns.find(({ id }) => id === 'title') ?? columns[0];
  const lines = items
    .map((item) => ({ item, span: spanOf(item[range.id]) }))
    .toSorted((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity));
  const spans = lines.flatMap(({ span }) => span ?? []);
  const from = Math.min(...spans.map(({ start }) => start));
  const length = Math.max(1, Math.max(...spans.map(({ end }) => end)) - from);
  return (
    <section tabIndex={0} aria-label={t('shared.list')} className="min-h-0 flex-1 overflow-auto p-4">
      <ul className="min-w-md divide-y">
        {lines.map(({ item, span }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- what is published has no ids
          <li
            key={index}
            className="grid grid-cols-[16rem_10rem_1fr] items-center gap-3 py-1.5 max-sm:grid-cols-[9rem_7rem_1fr]"
          >
            <button
              type="button"
              onClick={() => onOpen(item)}
              className="truncate text-left font-medium hover:underline"
            >
              {(title && readText(item[title.id])) || t('shared.untitled')}
            </button>
            <span className="truncate text-small text-muted">
              <ListCellContent value={item[range.id]} field={range.field} lookups={lookups} />
            </span>
            <span className="relative h-4">
              {span && (
                <span
                  aria-hidden
                  className="absolute inset-y-0 rounded-sm bg-accent"
                  style={{
                    left: `${((span.start - from) / length) * 100}%`,
                    width: `${Math.max(0.5, ((span.end - span.start) / length) * 100)}%`,
                  }}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function spanOf(value: unknown): { readonly start: number; readonly end: number } | null {
  const range = readDateRange(value);
  return range && { start: dayToMilliseconds(range.start), end: dayToMilliseconds(range.end) + DAY_MS };
}
