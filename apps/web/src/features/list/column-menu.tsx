import type { MenuEntry } from '@throughline/ui';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsLeftRight,
  ChevronsRightLeft,
  EyeOff,
} from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import { clampWidth } from './column-layout.ts';
import type { ListActions, ListColumn } from '../../data/list-model.ts';

const step = 40;

/** Everything the mouse can do to a column, for the keyboard too. */
export function columnMenu(
  column: ListColumn,
  at: number,
  count: number,
  actions: ListActions,
): readonly MenuEntry[] {
  const action = (
    id: string,
    label: string,
    icon: MenuIcon,
    onSelect: () => void,
    disabled = false,
  ): MenuEntry => ({
    kind: 'action',
    id,
    label,
    icon,
    onSelect,
    disabled,
  });
  return [
    action('ascending', t('list.sortAscending'), <ArrowUp size={14} />, () =>
      actions.sortBy(column.id, 'ascending'),
    ),
    action('descending', t('list.sortDescending'), <ArrowDown size={14} />, () =>
      actions.sortBy(column.id, 'descending'),
    ),
    { kind: 'separator', id: 'after-sort' },
    action(
      'left',
      t('list.moveLeft'),
      <ArrowLeft size={14} />,
      () => actions.moveColumn(column.id, at - 1),
      at <= 1,
    ),
    action(
      'right',
      t('list.moveRight'),
      <ArrowRight size={14} />,
      () => actions.moveColumn(column.id, at + 1),
      at === 0 || at >= count - 1,
    ),
    action('wider', t('list.wider'), <ChevronsLeftRight size={14} />, () =>
      actions.resizeColumn(column.id, clampWidth(column.width + step)),
    ),
    action('narrower', t('list.narrower'), <ChevronsRightLeft size={14} />, () =>
      actions.resizeColumn(column.id, clampWidth(column.width - step)),
    ),
    { kind: 'separator', id: 'after-size' },
    action('hide', t('list.hideColumn'), <EyeOff size={14} />, () => actions.hideColumn(column.id), at === 0),
  ];
}

type MenuIcon = Extract<MenuEntry, { kind: 'action' }>['icon'];
