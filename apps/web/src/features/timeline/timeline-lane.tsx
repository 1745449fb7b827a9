import { IconButton, OptionBadge } from '@throughline/ui';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, useSyncExternalStore } from 'react';
import { t } from '../../messages/area-t.ts';
import { useTimelineParts } from './timeline-context.ts';
import { headHeight, itemsInSight, type LaneBlock, type Sight } from './timeline-layout.ts';
import { TimelineItemMarks } from './timeline-mark.tsx';

interface LaneProps {
  readonly block: LaneBlock;
  readonly sight: Sight;
  readonly hasHead: boolean;
  readonly onFold: (key: string) => void;
  /** Drawn wherever it is: the keyboard is on it. */
  readonly activeId: string | undefined;
}

export const TimelineLaneBlock = memo(function TimelineLaneBlock(props: LaneProps) {
  const { block, sight, hasHead, onFold, activeId } = props;
  const { axis, row, drags } = useTimelineParts();
  const isTarget = useSyncExternalStore(drags.subscribe, () => isDraggedInto(drags.get(), block.lane.key));
  const seen = itemsInSight(block, row, { ...sight, axis });
  const active =
    activeId === undefined || seen.some(({ item }) => item.id === activeId)
      ? []
      : activeItem(block, activeId, row.height);
  return (
    <section aria-label={block.lane.label || t('timeline.records', { count: block.lane.count })}>
      <div
        className={`absolute inset-x-0 ${hasHead ? 'border-b' : ''} ${isTarget ? 'bg-accent-soft/60' : ''}`}
        style={{ top: block.top, height: block.height }}
      >
        {hasHead && <LaneHead block={block} onFold={onFold} />}
      </div>
      {[...seen, ...active].map(({ item, laneKey, top }) => (
        <TimelineItemMarks key={item.id} item={item} laneKey={laneKey} top={top} />
      ))}
    </section>
  );
});

function isDraggedInto(
  drag: { readonly toLane: string; readonly place: { readonly laneKey: string } } | undefined,
  key: string,
): boolean {
  return drag !== undefined && drag.toLane === key && drag.place.laneKey !== key;
}

function activeItem(block: LaneBlock, id: string, rowHeight: number) {
  const at = block.rowOf.get(id);
  const placed = at === undefined ? undefined : block.rows[at]?.find(({ key }) => key === id);
  if (at === undefined || placed === undefined) return [];
  return [{ item: placed.item, laneKey: block.lane.key, top: block.rowsTop + at * rowHeight }];
}

/** Stays at the left while time is panned. */
function LaneHead({ block: { lane, isFolded }, onFold }: Pick<LaneProps, 'block' | 'onFold'>) {
  return (
    <h2
      className="sticky left-0 z-[5] flex w-fit max-w-[min(24rem,90vw)] items-center gap-1 pl-1.5"
      style={{ height: headHeight }}
    >
      <IconButton
        size="small"
        label={t(isFolded ? 'timeline.unfold' : 'timeline.fold', { name: lane.label })}
        aria-expanded={!isFolded}
        icon={isFolded ? <ChevronRight size={15} /> : <ChevronDown size={15} />}
        onClick={() => onFold(lane.key)}
      />
      <OptionBadge name={lane.label} color={lane.color} emoji={lane.emoji} />
      <span className="figures ml-1 text-small text-muted">
        <span aria-hidden>{lane.count.toLocaleString()}</span>
        <span className="sr-only">{t('timeline.records', { count: lane.count })}</span>
      </span>
    </h2>
  );
}
