import type { MenuEntry } from '@throughline/ui';
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsLeftRight,
  ChevronsRightLeft,
  Dices,
  EyeOff,
  Palette,
  Pin,
  PinOff,
  Sigma,
} from 'lucide-react';
import { stabilityRequest } from '../../frame/stability-request.ts';
import { t } from '../../messages/area-t.ts';
import { clampWidth } from './column-layout.ts';
import type { ListActions, ListColumn } from '../../data/list-model.ts';

const step = 40;

export interface ColumnPlace {
  readonly column: ListColumn;
  readonly at: number;
  readonly count: number;
  /** It and all before it stay in sight. */
  readonly isLastFrozen: boolean;
}

/** Everything the mouse can do to a column, for the keyboard too. */
export function columnMenu(place: ColumnPlace, actions: ListActions): readonly MenuEntry[] {
  const { column, at, count } = place;
  return [
    action('ascending', t('list.sortAscending'), <ArrowUp size={14} />, () =>
      actions.sortBy(column.id, 'ascending'),
    ),
    action('descending', t('list.sortDescending'), <ArrowDown size={14} />, () =>
      actions.sortBy(column.id, 'descending'),
    ),
    { kind: 'separator', id: 'after-sort' },
    ...valueEntries(place, actions),
    {
      ...action('left', t('list.moveLeft'), <ArrowLeft size={14} />, () =>
        actions.moveColumn(column.id, at - 1),
      ),
      disabled: at <= 1,
    },
    {
      ...action('right', t('list.moveRight'), <ArrowRight size={14} />, () =>
        actions.moveColumn(column.id, at + 1),
      ),
      disabled: at === 0 || at >= count - 1,
    },
    action('wider', t('list.wider'), <ChevronsLeftRight size={14} />, () =>
      actions.resizeColumn(column.id, clampWidth(column.width + step)),
    ),
    action('narrower', t('list.narrower'), <ChevronsRightLeft size={14} />, () =>
      actions.resizeColumn(column.id, clampWidth(column.width - step)),
    ),
    ...freezeEntry(place, actions),
    { kind: 'separator', id: 'after-size' },
    {
      ...action('hide', t('list.hideColumn'), <EyeOff size={14} />, () => actions.hideColumn(column.id)),
      disabled: at === 0,
    },
  ];
}

/** What says something of the values: their sum, and their colours. */
function valueEntries({ column, at }: ColumnPlace, actions: ListActions): readonly MenuEntry[] {
  const { summarise, colorRules } = actions;
  const offered = at === 0 ? [] : (column.summaries ?? []);
  const entries: MenuEntry[] = [];
  if (summarise && offered.length > 0)
    entries.push({
      kind: 'submenu',
      id: 'summary',
      label: t('list.summarise'),
      icon: <Sigma size={14} />,
      entries: [undefined, ...offered].map((name) => ({
        kind: 'check',
        id: name ?? 'none',
        label: name === undefined ? t('list.noSummary') : t(`list.${name}`),
        checked: column.summary === name,
        onChange: () => summarise(column.id, name),
      })),
    });
  if (colorRules && at > 0)
    entries.push(action('rules', t('list.colorRules'), <Palette size={14} />, () => colorRules(column.id)));
  if (column.field.type === 'formula')
    entries.push(
      action('how-sure', t('decide.howSure'), <Dices size={14} />, () =>
        stabilityRequest.open({ fieldId: column.id }),
      ),
    );
  return entries.length === 0 ? [] : [...entries, { kind: 'separator', id: 'after-values' }];
}

function freezeEntry(
  { column, at, isLastFrozen }: ColumnPlace,
  { freeze }: ListActions,
): readonly MenuEntry[] {
  if (freeze === undefined || (at === 0 && isLastFrozen)) return [];
  return [
    isLastFrozen
      ? action('unfreeze', t('list.unfreeze'), <PinOff size={14} />, () => freeze(undefined))
      : action('freeze', t('list.freeze'), <Pin size={14} />, () => freeze(column.id)),
  ];
}

type Action = Extract<MenuEntry, { kind: 'action' }>;

/** Entries of one look: a name, a sign and what they do. */
function action(...[id, label, icon, onSelect]: [string, string, Action['icon'], () => void]): Action {
  return { kind: 'action', id, label, icon, onSelect };
}
