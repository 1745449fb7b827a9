import type { Field } from '@throughline/model';
import { Button } from '@throughline/ui';
import { useState } from 'react';
import type { MatrixFields } from '../../data/matrix-fields.ts';
import type { MatrixModel } from '../../data/matrix-model.ts';
import { t } from '../../messages/area-t.ts';

export interface MatrixTableProps {
  readonly label: string;
  readonly model: MatrixModel;
  readonly fields: MatrixFields;
  readonly onOpen: (id: string) => void;
}

const pageSize = 200;

/** The same figures to read one after the other. */
export function MatrixTable({ label, model, fields, onOpen }: MatrixTableProps) {
  const [count, setCount] = useState(pageSize);
  const { plotted } = model.data();
  const columns = [
    { field: fields.x, values: plotted.x },
    { field: fields.y, values: plotted.y },
    { field: fields.size, values: plotted.size },
    { field: fields.color, values: plotted.color },
  ].filter((column): column is { field: Field; values: Float64Array } => column.field !== undefined);
  const shown = plotted.ids.slice(0, count);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
    <section tabIndex={0} aria-label={label} className="min-h-0 flex-1 overflow-auto px-4 pb-4">
      <table className="w-full text-ui">
        <caption className="sr-only">{label}</caption>
        <thead className="sticky top-0 bg-canvas text-left text-small text-muted">
          <tr>
            <th scope="col" className="border-b border-line py-2 pr-4 font-medium">
              {t('matrix.title')}
            </th>
            {columns.map(({ field }) => (
              <th
                key={field.id}
                scope="col"
                className="border-b border-line py-2 pl-4 text-right font-medium"
              >
                {field.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((id, point) => (
            <tr key={id} className="border-b border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                <button type="button" className="text-left hover:underline" onClick={() => onOpen(id)}>
                  {model.title(id)}
                </button>
              </th>
              {columns.map(({ field, values }) => {
                const value = values[point] ?? Number.NaN;
                return (
                  <td key={field.id} className="figures py-1 pl-4 text-right whitespace-nowrap">
                    {Number.isNaN(value) ? '' : model.format(field, value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {plotted.ids.length > count && (
        <Button className="mt-3" size="small" onClick={() => setCount(count + 5 * pageSize)}>
          {t('matrix.more', { count: Math.min(5 * pageSize, plotted.ids.length - count) })}
        </Button>
      )}
    </section>
  );
}
