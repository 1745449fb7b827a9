/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/interactive-supports-focus -- a row of the ARIA grid, see list-record-row.tsx */
import { OptionBadge } from '@throughline/ui';
import { ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { t } from '../../messages/t.ts';
import type { ColumnLayout } from './column-layout.ts';
import type { ListGroupRow as GroupRow } from '../../data/list-model.ts';
import { dropLine, type RowPlace } from './list-record-row.tsx';

export interface ListGroupRowProps extends RowPlace {
  readonly group: GroupRow;
  readonly layout: ColumnLayout;
  readonly isActive: boolean;
  /** A dragged row would come first in the group. */
  readonly isDropTarget: boolean;
}

export const ListGroupRow = memo(function ListGroupRow(props: ListGroupRowProps) {
  const { group, index, top, gridId, layout, isActive, isDropTarget } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!group.isCollapsed}
      data-row={index}
      style={{ transform: `translateY(${top}px)`, width: layout.totalWidth }}
      className={`absolute top-0 left-0 flex h-(--row) border-b ${isActive ? 'bg-sunken in-[:focus]:bg-pressed' : 'bg-sunken hover:bg-hover'} ${isDropTarget ? dropLine.after : ''}`}
    >
      <div
        role="gridcell"
        id={`${gridId}-${index}-group`}
        aria-colspan={layout.columns.length + 1}
        className={`sticky left-0 z-10 flex items-center gap-2 bg-inherit px-2.5 ${isActive ? 'in-[:focus]:ring-2 in-[:focus]:ring-focus in-[:focus]:ring-inset' : ''}`}
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
      <GroupSums group={group} layout={layout} />
    </div>
  );
});

function GroupSums({ group, layout }: Pick<ListGroupRowProps, 'group' | 'layout'>) {
  return layout.columns.map((column, at) => {
    const sum = group.sums.get(column.id);
    if (sum === undefined || at === 0) return null;
    return (
      <div
        key={column.id}
        role="gridcell"
        aria-colindex={at + 2}
        style={{ left: layout.offsets[at], width: layout.widths[at] }}
        className="figures absolute inset-y-0 flex items-center justify-end truncate px-2 text-small text-muted"
      >
        <span className="sr-only">{t('list.sumOf', { name: column.name })}</span>
        {sum}
      </div>
    );
  });
}
