import type { Json } from '@throughline/base';
import type { Cell, Field } from '@throughline/model';
import { parseChartSettings, type ChartSettings, type Schema } from '@throughline/view';
import type { Preview, PreviewRow } from './preview-model.ts';

export function PreviewChart({ preview }: { readonly preview: Preview }) {
  const chart = parseChartSettings(preview.settings as Json);
  return chart.kind === 'pivot' ? (
    <PivotPreview preview={preview} chart={chart} />
  ) : (
    <BarsPreview preview={preview} chart={chart} />
  );
}

interface ChartPreviewProps {
  readonly preview: Preview;
  readonly chart: ChartSettings;
}

function BarsPreview({ preview: { rows, schema }, chart }: ChartPreviewProps) {
  const id = chart.kind === 'distribution' ? chart.of : chart.by;
  const field = id === null ? undefined : schema.field(id);
  const bars = field === undefined ? [] : countBuckets(rows, field);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <div className="flex h-40 items-end gap-1.5 border-b px-2 text-tiny text-muted">
      {bars.map(({ name, count }) => (
        <div key={name} className="flex h-full min-w-0 flex-1 flex-col items-center justify-end gap-1">
          <span className="figures">{count}</span>
          <div style={{ height: `${(count / most) * 68}%` }} className="w-full rounded-t-sm bg-accent" />
          <span className="w-full truncate text-center">{name}</span>
        </div>
      ))}
    </div>
  );
}

const bucketCount = 5;

interface Bucket {
  readonly name: string;
  readonly count: number;
}

function countBuckets(rows: readonly PreviewRow[], field: Field): readonly Bucket[] {
  if (field.config.options !== undefined)
    return field.config.options
      .map(({ key, name }) => ({ name, count: rows.filter((row) => row.valueOf(field.id) === key).length }))
      .filter(({ count }) => count > 0);
  const values = rows.flatMap((row) => numberOf(row.valueOf(field.id)) ?? []);
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const width = (greatest - least) / bucketCount || 1;
  const isTime = field.type === 'timestamp' || field.type === 'date';
  return Array.from({ length: values.length === 0 ? 0 : bucketCount }, (_, index) => {
    const from = least + index * width;
    const isInside = (value: number): boolean =>
      value >= from && (value < from + width || index === bucketCount - 1);
    const name = isTime
      ? new Date(from).toISOString().slice(0, 7)
      : `${Math.round(from)}–${Math.round(from + width)}`;
    return { name, count: values.filter(isInside).length };
  });
}

function numberOf(value: Cell): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function PivotPreview({ preview: { rows, schema }, chart }: ChartPreviewProps) {
  const [by, series] = [fieldOf(schema, chart.by), fieldOf(schema, chart.series)];
  const columns = (series?.config.options ?? []).slice(0, 4);
  return (
    <table className="w-full table-fixed border-collapse text-tiny">
      <thead>
        <tr className="border-b text-muted">
          <th scope="col" className="truncate px-1.5 py-1 text-left font-medium">
            {by?.name}
          </th>
          {columns.map(({ key, name }) => (
            <th key={key} scope="col" className="truncate px-1.5 py-1 text-right font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(by?.config.options ?? []).map((option) => (
          <tr key={option.key} className="border-b last:border-0">
            <th scope="row" className="truncate px-1.5 py-1 text-left font-normal">
              {option.name}
            </th>
            {columns.map(({ key }) => (
              <td key={key} className="figures px-1.5 py-1 text-right">
                {rows.filter((row) => isBoth(row, [by, option.key], [series, key])).length}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function fieldOf(schema: Schema, id: string | null): Field | undefined {
  return id === null ? undefined : schema.field(id);
}

type Wanted = readonly [Field | undefined, string];

function isBoth(row: PreviewRow, ...wanted: readonly Wanted[]): boolean {
  return wanted.every(([field, key]) => field !== undefined && row.valueOf(field.id) === key);
}
