import { PreviewCell } from './preview-cell.tsx';
import type { Preview } from './preview-model.ts';

const mostColumns = 5;
const mostRows = 6;

export function PreviewList({ preview }: { readonly preview: Preview }) {
  const { query, schema, rows } = preview;
  const columns = query.columns
    .flatMap((id) => (id === 'key' ? [] : (schema.field(id) ?? [])))
    .slice(0, mostColumns);
  return (
    <table className="w-full table-fixed border-collapse text-tiny">
      <thead>
        <tr className="border-b text-left text-muted">
          {columns.map(({ id, name }) => (
            <th
              key={id}
              scope="col"
              className={`truncate px-1.5 py-1 font-medium ${id === 'title' ? 'w-2/5' : ''}`}
            >
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map((row) => (
          <tr key={row.id} className="border-b border-line last:border-0">
            {columns.map((field) => (
              <td key={field.id} className="truncate px-1.5 py-1">
                <PreviewCell field={field} row={row} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
