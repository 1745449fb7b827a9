/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a row of the ARIA grid, see list-record-row.tsx */
import { OptionBadge } from '@throughline/ui';
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../messages/t.ts';
import { frozenWidth, type ColumnLayout } from './column-layout.ts';
import type { ListGroupRow as GroupRow } from '../../data/list-model.ts';
import { dropLine, type RowPlace } from './list-record-row.tsx';
import { SumCells } from './sum-cells.tsx';

export interface ListGroupRowProps extends RowPlace {
  readonly group: GroupRow;
  readonly layout: ColumnLayout;
  /** How many columns stay in sight. */
  readonly frozen: number;
  readonly isActive: boolean;
  /** A dragged row would come first in the group. */
  readonly isDropTarget: boolean;
}

export const ListGroupRow = memo(function ListGroupRow(props: ListGroupRowProps) {
  const { group, index, top, gridId, layout, frozen, isActive, isDropTarget } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={group.level + 1}
      data-group
      aria-expanded={!group.isCollapsed}
      data-row={index}
      style={{ transform: `translateY(${top}px)`, width: layout.totalWidth }}
      className={`absolute top-0 left-0 flex h-(--row) border-b ${isActive ? 'bg-sunken in-[:focus]:bg-pressed' : 'bg-sunken hover:bg-hover'} ${isDropTarget ? dropLine.after : ''}`}
    >
      <div style={{ width: frozenWidth(layout, frozen) }} className="sticky left-0 z-10 shrink-0 bg-inherit">
        <div
          role="gridcell"
          id={`${gridId}-${index}-group`}
          aria-colspan={layout.columns.length + 1}
          style={{ paddingLeft: 10 + group.level * 18 }}
          className={`flex h-full w-fit max-w-full items-center gap-2 pr-2.5 ${isActive ? 'in-[:focus]:ring-2 in-[:focus]:ring-focus in-[:focus]:ring-inset' : ''}`}
        >
          <ChevronRight
            size={14}
            aria-hidden
            className={`text-faint transition-transform ${group.isCollapsed ? '' : 'rotate-90'}`}
          />
          {group.color === undefined ? (
            <span className="truncate font-medium">{group.label}</span>
          ) : (
            <OptionBadge name={group.label} color={group.color} emoji={group.emoji} />
          )}
          <span className="figures text-small text-muted">
            <span aria-hidden>{group.count.toLocaleString()}</span>
            <span className="sr-only">{t('list.groupCount', { count: group.count })}</span>
          </span>
        </div>
        <SumCells sums={group.sums} layout={layout} from={1} to={frozen} />
      </div>
      <SumCells sums={group.sums} layout={layout} from={frozen} to={layout.columns.length} />
    </div>
  );
});
