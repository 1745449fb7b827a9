import type { MenuEntry } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import type { BoardActions, BoardModel, CardPlace } from '../../data/board-model.ts';
import { makeCell } from './board-walk.ts';

export interface MoveMenuParts {
  readonly id: string;
  readonly place: CardPlace;
  readonly move: NonNullable<BoardActions['move']>;
}

/** What dragging can do, from the keyboard. */
export function moveMenu(model: BoardModel, { id, place, move }: MoveMenuParts): readonly MenuEntry[] {
  const count = model.countIn(place);
  const within = (name: string, label: string, index: number): MenuEntry => ({
    kind: 'action',
    id: name,
    label,
    disabled: index === place.index || index < 0 || index >= count,
    onSelect: () => move({ id, from: place, to: { ...place, index } }),
  });
  const columns = model.columns
    .filter((column) => column.key !== place.columnKey)
    .map((column): MenuEntry => ({
      kind: 'action',
      id: `to ${column.key}`,
      label: column.name,
      onSelect: () => move({ id, from: place, to: { ...makeCell(column.key, place.laneKey), index: 0 } }),
    }));
  const lanes = model.lanes
    .filter((lane) => lane.key !== place.laneKey)
    .map((lane): MenuEntry => ({
      kind: 'action',
      id: `lane ${lane.key}`,
      label: lane.name,
      onSelect: () => move({ id, from: place, to: { ...makeCell(place.columnKey, lane.key), index: 0 } }),
    }));
  return [
    { kind: 'group', id: 'columns', label: t('board.moveTo'), entries: columns },
    ...(lanes.length > 0
      ? [{ kind: 'submenu', id: 'lanes', label: t('board.moveToLane'), entries: lanes } as const]
      : []),
    { kind: 'separator', id: 'after-columns' },
    within('top', t('board.toTop'), 0),
    within('up', t('board.up'), place.index - 1),
    within('down', t('board.down'), place.index + 1),
    within('bottom', t('board.toBottom'), count - 1),
  ];
}
