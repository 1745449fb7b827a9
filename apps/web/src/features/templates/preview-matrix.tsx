import type { Json } from '@throughline/base';
import { optionColorClass, parseOptionColor } from '@throughline/ui';
import { parseMatrixSettings, type Schema } from '@throughline/view';
import type { Preview, PreviewRow } from './preview-model.ts';

interface Axis {
  readonly name: string;
  /** From 0 to 1; null where the row has no place. */
  readonly at: (row: PreviewRow) => number | null;
}

export function PreviewMatrix({ preview: { settings, schema, rows } }: { readonly preview: Preview }) {
  const kept = parseMatrixSettings(settings as Json);
  const [x, y] = [makeAxis(kept.x.field, { schema, rows }), makeAxis(kept.y.field, { schema, rows })];
  const color = kept.color === null ? undefined : schema.field(kept.color);
  const names = kept.names ?? ['', '', '', ''];
  return (
    <div className="flex flex-col gap-1 text-tiny text-muted">
      <span>{y.name} ↑</span>
      <div className="relative grid h-40 grid-cols-2 grid-rows-2 rounded-md border bg-sunken *:border-dashed *:p-1.5">
        {names.map((name, index) => (
          <span
            key={index}
            className={`${index % 2 === 0 ? 'border-r' : 'text-right'} ${index < 2 ? 'border-b' : 'self-end'}`}
          >
            {name}
          </span>
        ))}
        {rows.map((row) => {
          const [across, up] = [x.at(row), y.at(row)];
          const option = color?.config.options?.find(({ key }) => key === row.valueOf(color.id));
          return across === null || up === null ? null : (
            <span
              key={row.id}
              title={row.title}
              style={{ left: `${6 + across * 86}%`, bottom: `${8 + up * 80}%` }}
              className={`absolute size-2.5 rounded-full border-0 bg-(--option-mark) p-0! ring-2 ring-canvas ${optionColorClass(parseOptionColor(option?.color))}`}
            />
          );
        })}
      </div>
      <span className="text-right">{x.name} →</span>
    </div>
  );
}

function makeAxis(
  id: string | null,
  { schema, rows }: { readonly schema: Schema; readonly rows: readonly PreviewRow[] },
): Axis {
  const field = id === null ? undefined : schema.field(id);
  if (field === undefined) return { name: '', at: () => null };
  const valueOf = (row: PreviewRow): number | null => {
    const value = row.valueOf(field.id);
    return typeof value === 'number' ? value : null;
  };
  const known = rows.flatMap((row) => valueOf(row) ?? []);
  const [least, greatest] = [Math.min(...known), Math.max(...known)];
  return {
    name: field.name,
    at: (row) => {
      const value = valueOf(row);
      return value === null ? null : greatest === least ? 0.5 : (value - least) / (greatest - least);
    },
  };
}
