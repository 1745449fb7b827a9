/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard; rows of a virtual table are placed, which table elements cannot be */
import { useVirtualizer } from '@tanstack/react-virtual';
import { OptionBadge } from '@throughline/ui';
import { useRef } from 'react';
import { ListCellContent } from '../../fields/list-cell.tsx';
import { startWidth } from '../../data/column-width.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { shownValue, type SharedColumn, type SharedGroup, type SharedItem } from './shared-data.ts';

export interface SharedPartsProps {
  readonly columns: readonly SharedColumn[];
  readonly groups: readonly SharedGroup[];
  readonly lookups: FieldLookups;
  readonly groupBy: string | null;
  readonly onOpen: (item: SharedItem) => void;
}

type Line =
  | { readonly type: 'group'; readonly group: SharedGroup }
  | { readonly type: 'item'; readonly item: SharedItem };

function linesOf(groups: readonly SharedGroup[], groupBy: string | null): readonly Line[] {
  return groups.flatMap((group): readonly Line[] => {
    const items = group.items.map((item) => ({ type: 'item', item }) as const);
    if (groupBy === null) return items;
    return items.length === 0 ? [] : [{ type: 'group', group }, ...items];
  });
}

/** A table on a wide screen; only the rows in sight are drawn. */
export function SharedTable({ columns, groups, lookups, groupBy, onOpen }: SharedPartsProps) {
  const lines = linesOf(groups, groupBy);
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => 36,
    overscan: 12,
  });
  const widths = columns.map(({ source }, index) => startWidth(source, index === 0));
  const template = widths
    .map((width, index) => (index === 0 ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
  const width = widths.reduce((sum, each) => sum + each, 0);
  return (
    <section
      ref={box}
      tabIndex={0}
      aria-label={t('shared.list')}
      className="min-h-0 flex-1 overflow-auto px-3"
    >
      <div
        role="table"
        aria-label={t('shared.list')}
        aria-rowcount={lines.length + 1}
        style={{ minWidth: width }}
      >
        <div
          role="row"
          className="sticky top-0 z-10 grid h-9 items-center border-b bg-canvas text-small font-medium text-muted"
          style={{ gridTemplateColumns: template }}
        >
          {columns.map(({ id, field }) => (
            <span key={id} role="columnheader" className="truncate px-3">
              {field.name}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className="absolute inset-x-0 top-0 grid h-9 items-center border-b"
              style={{ transform: `translateY(${start}px)`, gridTemplateColumns: template }}
            >
              <TableLine line={lines[index]} columns={columns} lookups={lookups} onOpen={onOpen} />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

function TableLine({
  line,
  columns,
  lookups,
  onOpen,
}: { readonly line: Line | undefined } & Pick<SharedPartsProps, 'columns' | 'lookups' | 'onOpen'>) {
  if (line === undefined) return null;
  if (line.type === 'group')
    return (
      <span
        role="cell"
        aria-colspan={columns.length}
        className="col-span-full flex h-full items-center gap-2 bg-sunken px-3"
      >
        <GroupName group={line.group} />
      </span>
    );
  return columns.map((column, index) => (
    <span key={column.id} role="cell" className={`min-w-0 truncate px-3 ${index === 0 ? 'font-medium' : ''}`}>
      {index === 0 ? (
        <button
          type="button"
          onClick={() => onOpen(line.item)}
          className="max-w-full truncate text-left hover:underline"
        >
          <ListCellContent
            value={shownValue(column, line.item[column.id])}
            field={column.field}
            lookups={lookups}
          />
        </button>
      ) : (
        <ListCellContent
          value={shownValue(column, line.item[column.id])}
          field={column.field}
          lookups={lookups}
        />
      )}
    </span>
  ));
}

export function GroupName({ group }: { readonly group: SharedGroup }) {
  return (
    <>
      {group.color === undefined ? (
        <span className="font-medium">{group.name}</span>
      ) : (
        <OptionBadge name={group.name} color={group.color} emoji={group.emoji} />
      )}
      <span className="figures text-small text-muted">{group.items.length}</span>
    </>
  );
}

/** One card a record, on a phone. */
export function SharedCards({ columns, groups, lookups, groupBy, onOpen }: SharedPartsProps) {
  const lines = linesOf(groups, groupBy);
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]?.type === 'group' ? 40 : 88),
    overscan: 6,
  });
  return (
    <section ref={box} tabIndex={0} aria-label={t('shared.list')} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          return (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0 border-b"
              style={{ transform: `translateY(${start}px)` }}
            >
              {line?.type === 'group' && (
                <span className="flex h-10 items-center gap-2 bg-sunken px-4">
                  <GroupName group={line.group} />
                </span>
              )}
              {line?.type === 'item' && (
                <SharedCard
                  item={line.item}
                  columns={columns}
                  lookups={lookups}
                  groupBy={groupBy}
                  onOpen={onOpen}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export interface SharedCardProps extends Pick<
  SharedPartsProps,
  'columns' | 'lookups' | 'groupBy' | 'onOpen'
> {
  readonly item: SharedItem;
}

/** The title, and below it what else was chosen and is not empty. */
export function SharedCard({ item, columns, lookups, groupBy, onOpen }: SharedCardProps) {
  const title = columns.find(({ id }) => id === 'title') ?? columns[0];
  const others = columns.filter(
    ({ id }) =>
      id !== title?.id && id !== groupBy && item[id] !== undefined && item[id] !== null && item[id] !== 0,
  );
  return (
    <div className="flex flex-col gap-1.5 px-4 py-3">
      <button
        type="button"
        onClick={() => onOpen(item)}
        className="text-left text-body font-medium wrap-break-word hover:underline"
      >
        {(title && readText(item[title.id])) || t('shared.untitled')}
      </button>
      {others.length > 0 && (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ui text-muted">
          {others.map((column) => (
            <span
              key={column.id}
              className="inline-flex max-w-full min-w-0 items-center gap-1"
              data-tip={column.field.name}
            >
              <span className="shrink-0 text-small">{column.field.name}</span>
              <ListCellContent
                value={shownValue(column, item[column.id])}
                field={column.field}
                lookups={lookups}
              />
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
