import type { MenuEntry } from '@throughline/ui';
import { t } from '../../messages/area-t.ts';
import type { BoardActions, BoardModel } from '../../data/board-model.ts';

/** What dragging can do, from the keyboard. */
export function moveMenu(
  model: BoardModel,
  id: string,
  move: NonNullable<BoardActions['move']>,
): readonly MenuEntry[] {
  const place = model.placeOf(id);
  if (place === undefined) return [];
  const count = model.columns.find((column) => column.key === place.columnKey)?.count ?? 0;
  const within = (name: string, label: string, index: number): MenuEntry => ({
    kind: 'action',
    id: name,
    label,
    disabled: index === place.index || index < 0 || index >= count,
    onSelect: () => move(id, { columnKey: place.columnKey, index }),
  });
  const columns = model.columns
    .filter((column) => column.key !== place.columnKey)
    .map((column): MenuEntry => ({
      kind: 'action',
      id: `to ${column.key}`,
      label: column.name,
      onSelect: () => move(id, { columnKey: column.key, index: 0 }),
    }));
  return [
    { kind: 'group', id: 'columns', label: t('board.moveTo'), entries: columns },
    { kind: 'separator', id: 'after-columns' },
    within('top', t('board.toTop'), 0),
    within('up', t('board.up'), place.index - 1),
    within('down', t('board.down'), place.index + 1),
    within('bottom', t('board.toBottom'), count - 1),
  ];
}
