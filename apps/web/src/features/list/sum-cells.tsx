/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- cells of the ARIA grid, see list-record-row.tsx */
import type { ListGroupRow } from '../../data/list-model.ts';
import { t } from '../../messages/t.ts';
import type { ColumnLayout } from './column-layout.ts';

export interface SumCellsProps {
  readonly sums: ListGroupRow['sums'];
  readonly layout: ColumnLayout;
  /** The columns drawn here, from one up to and without another. */
  readonly from: number;
  readonly to: number;
  /** Sums are named: a row that stands for itself says what it says. */
  readonly isNamed?: boolean;
}

/** What records sum up to, each under its column. */
export function SumCells({ sums, layout, from, to, isNamed = false }: SumCellsProps) {
  return layout.columns.slice(from, to).map((column, index) => {
    const sum = sums.get(column.id);
    const at = from + index;
    if (sum === undefined || at === 0) return null;
    const name = t(`list.${sum.name}`);
    return (
      <div
        key={column.id}
        role="gridcell"
        aria-colindex={at + 2}
        style={{ left: layout.offsets[at], width: layout.widths[at] }}
        className="figures absolute inset-y-0 flex items-center justify-end gap-1.5 overflow-hidden px-2 text-small whitespace-nowrap text-muted"
      >
        <span className="sr-only">{t('list.sumOf', { sum: name, name: column.name })}</span>
        {(isNamed || sum.name !== 'sum') && (
          <span aria-hidden className="truncate text-faint">
            {name}
          </span>
        )}
        <span className={isNamed ? 'font-medium text-ink' : ''}>{sum.text}</span>
      </div>
    );
  });
}
