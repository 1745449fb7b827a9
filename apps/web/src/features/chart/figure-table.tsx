import type { Expression } from '@throughline/view';
import { classNames } from '@throughline/ui';
import type { ChartKey } from '../../data/chart-keys.ts';
import { bothOf } from '../../data/chart-buckets.ts';
import type { ChartTable } from '../../data/chart-model.ts';
import { t } from '../../messages/area-t.ts';

export interface FigureTableProps {
  readonly label: string;
  readonly rowName: string;
  readonly measure: string;
  readonly table: ChartTable;
  readonly format: (value: number) => string;
  /** Figures are tinted by how large they are. */
  readonly isTinted?: boolean;
  readonly onOpen: (condition: Expression | undefined) => void;
}

/** Every figure with its totals; each opens the records behind it. */
export function FigureTable(props: FigureTableProps) {
  const { label, rowName, measure, table, format, isTinted = false, onOpen } = props;
  const isSplit = table.columns.length > 1 || table.columns[0]?.key !== 'all';
  const largest = Math.max(0, ...table.cells.flat().map((value) => value ?? 0));
  const cell = (value: number | null | undefined, keys: readonly ChartKey[]) => (
    <Figure
      value={value ?? null}
      format={format}
      name={
        keys
          .map((key) => key.label)
          .filter(Boolean)
          .join(' · ') || t('chart.all')
      }
      onOpen={() =>
        onOpen(keys.map(({ condition }) => condition).reduce<Expression | undefined>(bothOf, undefined))
      }
    />
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by the keyboard
    <section tabIndex={0} aria-label={label} className="min-h-0 overflow-auto px-4 pb-4">
      <table className="w-full border-separate border-spacing-0 text-ui">
        <caption className="sr-only">{label}</caption>
        <thead className="text-small text-muted">
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 border-b border-line bg-canvas py-2 pr-4 text-left font-medium"
            >
              {rowName}
            </th>
            {isSplit &&
              table.columns.map((column) => (
                <th key={column.key} scope="col" className={headClass}>
                  {column.label}
                </th>
              ))}
            <th scope="col" className={headClass}>
              {isSplit ? t('chart.total') : measure}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={row.key}>
              <th
                scope="row"
                className="sticky left-0 z-10 max-w-64 truncate border-b border-line bg-canvas py-1 pr-4 text-left font-normal"
              >
                {row.label}
              </th>
              {isSplit &&
                table.columns.map((column, index) => {
                  const value = table.cells[at]?.[index];
                  return (
                    <td
                      key={column.key}
                      className={cellClass}
                      style={isTinted ? tint(value, largest) : undefined}
                    >
                      {cell(value, [row, column])}
                    </td>
                  );
                })}
              <td className={classNames(cellClass, isSplit && 'font-medium')}>
                {cell(table.rowTotals[at], [row])}
              </td>
            </tr>
          ))}
          <tr className="font-medium">
            <th scope="row" className="sticky left-0 z-10 bg-canvas py-1 pr-4 text-left font-medium">
              {t('chart.total')}
            </th>
            {isSplit &&
              table.columns.map((column, index) => (
                <td key={column.key} className={cellClass}>
                  {cell(table.columnTotals[index], [column])}
                </td>
              ))}
            <td className={cellClass}>{cell(table.total, [])}</td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const headClass =
  'sticky top-0 z-10 border-b border-line bg-canvas py-2 pr-1 pl-4 text-right font-medium whitespace-nowrap';
const cellClass = 'figures border-b border-line py-1 pl-4 text-right whitespace-nowrap';

function tint(
  value: number | null | undefined,
  largest: number,
): { readonly background: string } | undefined {
  if (value === null || value === undefined || value <= 0 || largest === 0) return undefined;
  const share = Math.round((value / largest) * 22);
  return { background: `color-mix(in oklab, var(--accent-line) ${share}%, var(--canvas))` };
}

interface FigureProps {
  readonly value: number | null;
  readonly format: (value: number) => string;
  readonly name: string;
  readonly onOpen: () => void;
}

function Figure({ value, format, name, onOpen }: FigureProps) {
  if (value === null) return <span className="text-faint">–</span>;
  return (
    <button
      type="button"
      aria-label={`${format(value)}. ${t('chart.openRecords', { name })}`}
      onClick={onOpen}
      className="rounded-sm px-1 text-ink hover:underline"
    >
      {format(value)}
    </button>
  );
}
