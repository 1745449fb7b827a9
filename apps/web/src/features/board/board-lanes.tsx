import { IconButton, makeSidesReader, OptionBadge, useSight } from '@throughline/ui';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, type RefObject } from 'react';
import type { BoardActions, BoardColumn, BoardModel, CardPlace } from '../../data/board-model.ts';
import { autoScroll } from '../../drag/auto-scroll.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import { BoardCard } from './board-card.tsx';
import { ColumnHeading } from './column-heading.tsx';
import { FoldedColumn } from './folded-column.tsx';
import {
  cardTop,
  cellsInSight,
  laneHead,
  lanesInSight,
  layoutLanes,
  type CellInSight,
  type LaneLayout,
  type PlacedColumn,
  type PlacedLane,
} from './lane-layout.ts';
import { isCardDrag, useCellDrop } from './use-card-drag.ts';

export interface BoardLanesProps {
  readonly box: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly version: number;
  readonly lookups: FieldLookups;
  readonly actions: BoardActions;
  readonly active: CardPlace | undefined;
  /** Where the keyboard went last: another object each time. */
  readonly revealed: CardPlace | undefined;
  readonly openedId: string | undefined;
  readonly selected: ReadonlySet<string>;
}

const headingHeight = 40;
const sightReader = makeSidesReader({ x: 200, y: 200 });

/** Columns by lanes. The board scrolls as a whole: headings stay at the top, names of lanes at the left. */
export function BoardLanes(props: BoardLanesProps) {
  const { box, model, version, revealed, actions } = props;
  const sight = useSight(box, sightReader);
  // The version stands for what the model holds.
  const layout = useMemo(() => (version < 0 ? layoutLanes(model) : layoutLanes(model)), [model, version]);
  useEffect(() => {
    if (box.current === null) return undefined;
    const stops = (['x', 'y'] as const).map((axis) =>
      autoScroll(box.current as HTMLElement, axis, isCardDrag),
    );
    return () => stops.forEach((stop) => stop());
  }, [box]);
  const latest = useRef(layout);
  useEffect(() => {
    latest.current = layout;
  });
  useEffect(() => {
    if (box.current && revealed) revealCard(box.current, latest.current, revealed);
  }, [box, revealed]);
  return (
    <div className="relative" style={{ width: layout.width, minWidth: '100%' }}>
      <div className="sticky top-0 z-10 border-b bg-canvas" style={{ height: headingHeight }}>
        {layout.columns.map((placed, at) => {
          const column = model.columns[at];
          return column && <LaneColumn key={placed.key} column={column} placed={placed} actions={actions} />;
        })}
      </div>
      <div className="relative" style={{ height: layout.height }}>
        {lanesInSight(layout, sight).map((placed) => (
          <Lane key={placed.lane.key} placed={placed} layout={layout} sight={sight} {...props} />
        ))}
      </div>
    </div>
  );
}

interface LaneColumnProps {
  readonly column: BoardColumn;
  readonly placed: PlacedColumn;
  readonly actions: BoardActions;
}

function LaneColumn({ column, placed: { left, width }, actions }: LaneColumnProps) {
  const id = useId();
  return (
    <div className="absolute top-0 h-full" style={{ left, width }}>
      {column.isFolded === true ? (
        <FoldedColumn column={column} actions={actions} />
      ) : (
        <ColumnHeading id={id} column={column} actions={actions} />
      )}
    </div>
  );
}

interface LaneProps extends BoardLanesProps {
  readonly placed: PlacedLane;
  readonly layout: LaneLayout;
  readonly sight: Parameters<typeof lanesInSight>[1];
}

function Lane({ placed, layout, sight, ...board }: LaneProps) {
  const { model, actions } = board;
  const { lane, top, height } = placed;
  return (
    <section aria-label={lane.name}>
      <div className="absolute inset-x-0 border-b" style={{ top, height }}>
        <h2
          className="sticky top-10 left-0 z-[5] flex w-fit max-w-[90vw] items-center gap-1 rounded-r-md bg-canvas pr-3 pl-2"
          style={{ height: laneHead }}
        >
          <IconButton
            size="small"
            label={t(lane.isFolded ? 'board.unfoldLane' : 'board.foldLane', { name: lane.name })}
            aria-expanded={!lane.isFolded}
            icon={lane.isFolded ? <ChevronRight size={15} /> : <ChevronDown size={15} />}
            onClick={() => actions.toggleLane?.(lane.key)}
          />
          <OptionBadge look="dot" name={lane.name} color={lane.color} emoji={lane.emoji} />
          <span className="figures ml-1 text-small text-muted">
            <span aria-hidden>{lane.count.toLocaleString()}</span>
            <span className="sr-only">{t('board.cards', { count: lane.count })}</span>
          </span>
        </h2>
      </div>
      {cellsInSight(placed, layout, { model, sight }).map((cell) => (
        <LaneCell key={cell.columnKey} cell={cell} laneName={lane.name} layout={layout} {...board} />
      ))}
    </section>
  );
}

interface LaneCellProps extends BoardLanesProps {
  readonly cell: CellInSight;
  readonly laneName: string;
  readonly layout: LaneLayout;
}

function LaneCell({ cell, laneName, layout, ...board }: LaneCellProps) {
  const { model, version, lookups, actions, active, openedId, selected } = board;
  const { columnKey, laneKey, left, top, height, count } = cell;
  const box = useRef<HTMLUListElement>(null);
  const isOver = useCellDrop(box, { columnKey, laneKey, count, move: actions.move });
  const column = model.columns.find(({ key }) => key === columnKey)?.name ?? '';
  const isHere = active?.columnKey === columnKey && active.laneKey === laneKey;
  return (
    <ul
      ref={box}
      aria-label={t('board.cell', { lane: laneName, column })}
      className={`absolute w-72 rounded-md ${isOver ? 'bg-accent-soft' : 'bg-sunken'}`}
      style={{ left, top, height: height - 8 }}
    >
      {indexesOf(cell, isHere ? active.index : undefined).map((index) => {
        const id = model.cardAt(cell, index);
        return (
          id !== undefined && (
            <li
              key={id}
              aria-setsize={count}
              aria-posinset={index + 1}
              className="absolute inset-x-2"
              style={{ top: cardTop(layout, index), height: layout.cardHeight }}
            >
              <BoardCard
                id={id}
                columnKey={columnKey}
                laneKey={laneKey}
                index={index}
                model={model}
                version={version}
                lookups={lookups}
                move={actions.move}
                isActive={isHere && index === active.index}
                isOpened={id === openedId}
                isSelected={selected.has(id)}
                selectedCount={selected.size}
                isFixed
              />
            </li>
          )
        );
      })}
    </ul>
  );
}

/** Those in sight, and the one that the keyboard is on. */
function indexesOf({ first, end, count }: CellInSight, active: number | undefined): readonly number[] {
  const indexes = Array.from({ length: end - first }, (_, at) => first + at);
  const isMissing = active !== undefined && active < count && (active < first || active >= end);
  return isMissing ? [...indexes, active].toSorted((a, b) => a - b) : indexes;
}

function revealCard(box: HTMLElement, layout: LaneLayout, { columnKey, laneKey, index }: CardPlace): void {
  const column = layout.columns.find(({ key }) => key === columnKey);
  const lane = layout.lanes.find((placed) => placed.lane.key === laneKey);
  if (column === undefined || lane === undefined) return;
  const top = lane.top + laneHead + cardTop(layout, index);
  const bottom = top + layout.cardHeight + headingHeight;
  if (top - laneHead < box.scrollTop) box.scrollTop = top - laneHead - 8;
  else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight + 16;
  if (column.left < box.scrollLeft) box.scrollLeft = column.left - 12;
  else if (column.left + column.width > box.scrollLeft + box.clientWidth)
    box.scrollLeft = column.left + column.width - box.clientWidth + 12;
}
