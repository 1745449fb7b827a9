import { useVirtualizer } from '@tanstack/react-virtual';
import { OptionBadge } from '@throughline/ui';
import { ChevronRight } from 'lucide-react';
import { useRef } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/t.ts';
import type { ListActions, ListGroupRow, ListModel } from '../../data/list-model.ts';
import { ListCard } from './list-card.tsx';
import { useListVersion } from './use-list-version.ts';

export interface ListCardsProps {
  readonly label: string;
  readonly model: ListModel;
  readonly actions: ListActions;
  readonly lookups: FieldLookups;
}

/** The list on a phone: one card a record, with its first fields that are not empty. */
export function ListCards({ label, model, actions, lookups }: ListCardsProps) {
  useListVersion(model);
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: model.rowCount,
    getScrollElement: () => box.current,
    estimateSize: (index) => (model.rowAt(index).type === 'group' ? 40 : 84),
    getItemKey: (index) => rowKey(model, index),
    overscan: 6,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section ref={box} tabIndex={0} aria-label={label} className="min-h-0 flex-1 overflow-y-auto">
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const row = model.rowAt(index);
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={model.rowCount}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              className="absolute inset-x-0 top-0"
            >
              {row.type === 'group' ? (
                <GroupCard group={row} onToggle={() => actions.toggleGroup(row.key)} />
              ) : (
                <ListCard id={row.id} model={model} actions={actions} lookups={lookups} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function rowKey(model: ListModel, index: number): string {
  const row = model.rowAt(index);
  return row.type === 'group' ? `group ${row.key}` : row.id;
}

function GroupCard({ group, onToggle }: { readonly group: ListGroupRow; readonly onToggle: () => void }) {
  return (
    <button
      type="button"
      aria-expanded={!group.isCollapsed}
      onClick={onToggle}
      className="flex h-10 w-full items-center gap-2 border-b bg-sunken px-3"
    >
      <ChevronRight size={15} aria-hidden className={`text-faint ${group.isCollapsed ? '' : 'rotate-90'}`} />
      {group.color === undefined ? (
        <span className="font-medium">{group.label}</span>
      ) : (
        <OptionBadge name={group.label} color={group.color} emoji={group.emoji} />
      )}
      <span className="figures text-small text-muted">{t('list.groupCount', { count: group.count })}</span>
    </button>
  );
}
