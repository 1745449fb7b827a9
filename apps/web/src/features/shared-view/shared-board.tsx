/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { t } from '../../messages/area-t.ts';
import type { SharedGroup } from './shared-data.ts';
import { GroupName, SharedCard, type SharedPartsProps } from './shared-list.tsx';

/** Columns side by side; on a phone one fills the screen and the next is a swipe away. */
export function SharedBoard({ groups, ...parts }: SharedPartsProps) {
  return (
    <section
      tabIndex={0}
      aria-label={t('shared.list')}
      className="flex min-h-0 flex-1 snap-x snap-mandatory gap-3 overflow-x-auto p-4 max-sm:px-3"
    >
      {groups.map((group) => (
        <BoardLane key={group.key} group={group} {...parts} />
      ))}
    </section>
  );
}

function BoardLane({ group, ...parts }: { readonly group: SharedGroup } & Omit<SharedPartsProps, 'groups'>) {
  const box = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler, which the rule warns for, is not used
  const virtualizer = useVirtualizer({
    count: group.items.length,
    getScrollElement: () => box.current,
    estimateSize: () => 92,
    gap: 8,
    overscan: 4,
  });
  return (
    <section
      aria-label={group.name}
      className="flex w-72 shrink-0 snap-center flex-col rounded-md bg-sunken max-sm:w-[86vw]"
    >
      <h2 className="flex h-10 shrink-0 items-center gap-2 px-3">
        <GroupName group={group} />
      </h2>
      <div
        ref={box}
        tabIndex={0}
        role="group"
        aria-label={group.name}
        className="min-h-0 flex-1 overflow-y-auto px-2 pb-2"
      >
        <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const item = group.items[index];
            return (
              <li
                key={index}
                ref={virtualizer.measureElement}
                data-index={index}
                className="absolute inset-x-0 top-0 rounded-md border bg-raised"
                style={{ transform: `translateY(${start}px)` }}
              >
                {item && <SharedCard item={item} {...parts} />}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
