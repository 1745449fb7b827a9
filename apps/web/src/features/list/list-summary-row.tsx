/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a row of the ARIA grid, see list-record-row.tsx */
import type { ListModel } from '../../data/list-model.ts';
import { t } from '../../messages/t.ts';
import { frozenWidth, type ColumnLayout } from './column-layout.ts';
import { SumCells } from './sum-cells.tsx';

export interface ListSummaryRowProps {
  readonly model: ListModel;
  readonly sums: ReturnType<NonNullable<ListModel['total']>>;
  readonly layout: ColumnLayout;
  readonly frozen: number;
}

/** Stays below the list, and says what all of it comes to. */
export function ListSummaryRow({ model, sums, layout, frozen }: ListSummaryRowProps) {
  const last = layout.columns.length;
  return (
    <div
      role="rowgroup"
      style={{ minWidth: layout.totalWidth }}
      className="sticky bottom-0 z-20 -mt-px border-t border-line-strong bg-canvas"
    >
      <div role="row" aria-rowindex={model.rowCount + 2} data-summary className="relative flex h-(--row)">
        <div
          style={{ width: frozenWidth(layout, frozen) }}
          className="sticky left-0 z-10 -mr-px flex shrink-0 border-r bg-canvas"
        >
          <div role="gridcell" aria-colindex={2} className="flex items-center px-2.5 text-small text-muted">
            {t('list.groupCount', { count: model.summedCount ?? model.recordCount })}
          </div>
          <SumCells sums={sums} layout={layout} from={1} to={frozen} isNamed />
        </div>
        <SumCells sums={sums} layout={layout} from={frozen} to={last} isNamed />
      </div>
    </div>
  );
}
