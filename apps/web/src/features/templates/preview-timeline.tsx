import type { Json } from '@throughline/base';
import { optionColorClass, parseOptionColor } from '@throughline/ui';
import { parseTimelineSettings } from '@throughline/view';
import type { Preview, PreviewRow } from './preview-model.ts';

const mostRows = 6;

export function PreviewTimeline({ preview: { settings, schema, rows } }: { readonly preview: Preview }) {
  const kept = parseTimelineSettings(settings as Json);
  const [diamond] = kept.milestones;
  const bars = rows.flatMap((row) => {
    const span = diamond === undefined ? rangeOf(row) : dayOf(row, diamond);
    return span === undefined ? [] : [{ row, ...span }];
  });
  const first = Math.min(...bars.map(({ start }) => start));
  const last = Math.max(...bars.map(({ end }) => end));
  const place = (at: number): number => ((at - first) / Math.max(1, last - first)) * 100;
  const color = kept.color === null ? undefined : schema.field(kept.color);
  return (
    <div className="flex flex-col gap-2 text-tiny">
      <div className="flex justify-between border-b pb-1 text-muted">
        {quartersBetween(first, last).map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {bars.slice(0, mostRows).map(({ row, start, end }) => {
        const option = color?.config.options?.find(({ key }) => key === row.valueOf(color.id));
        const left = Math.min(place(start), 65);
        return (
          <div
            key={row.id}
            style={{ marginLeft: `${left}%`, width: `${Math.max(33, place(end) - left)}%` }}
            className={`truncate rounded-sm bg-(--option-fill) px-1.5 py-0.5 text-(--option-text) ${optionColorClass(parseOptionColor(option?.color))}`}
          >
            {start === end ? `◆ ${row.title}` : row.title}
          </div>
        );
      })}
    </div>
  );
}

function rangeOf(row: PreviewRow): { readonly start: number; readonly end: number } | undefined {
  const value = row.valueOf('timeframe');
  return value !== null && typeof value === 'object' && 'start' in value ? value : undefined;
}

function dayOf(row: PreviewRow, id: string): { readonly start: number; readonly end: number } | undefined {
  const value = row.valueOf(id);
  return typeof value === 'number' ? { start: value, end: value } : undefined;
}

function quartersBetween(first: number, last: number): readonly string[] {
  const names: string[] = [];
  if (!Number.isFinite(first) || !Number.isFinite(last)) return names;
  const quarterOf = (at: number): number => {
    const date = new Date(at);
    return date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  };
  for (let quarter = quarterOf(first); quarter <= quarterOf(last) && names.length < 6; quarter++)
    names.push(`${Math.floor(quarter / 4)} Q${(quarter % 4) + 1}`);
  return names;
}
