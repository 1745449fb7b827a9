import { useShortcuts } from '@throughline/ui';
import { isExplained } from '../../frame/explain-request.ts';
import { t } from '../../messages/t.ts';
import type { GridState } from './use-grid-state.ts';
import type { ListActions, ListModel } from '../../data/list-model.ts';

/** The letters of the list; they work wherever on the page the focus is, except in fields. */
export function useListShortcuts(model: ListModel, state: GridState, actions: ListActions): void {
  const group = t('list.shortcuts');
  const { active, selection } = state;
  const column = model.columns[active.column];
  const columnId = column?.id;
  const targets = selection.ids.size > 0 ? [...selection.ids] : active.id === undefined ? [] : [active.id];
  useShortcuts([
    { keys: 'j', label: t('list.nextRow'), group, run: () => state.move(1, 0) },
    { keys: 'k', label: t('list.previousRow'), group, run: () => state.move(-1, 0) },
    {
      keys: 'enter',
      label: t('list.openRow'),
      group,
      isMeant: () => document.activeElement === document.body,
      run: () => {
        if (active.id !== undefined) actions.open(active.id);
      },
    },
    {
      keys: 'e',
      label: t('list.editCell'),
      group,
      run: () => {
        if (active.id !== undefined && columnId !== undefined) state.edit(active.id, columnId);
      },
    },
    {
      keys: '=',
      label: t('list.explain'),
      group,
      isMeant: () => actions.explain !== undefined && isExplained(column?.field.type ?? ''),
      run: () => {
        if (active.id !== undefined && columnId !== undefined) actions.explain?.(active.id, columnId);
      },
    },
    {
      keys: 'x',
      label: t('list.select'),
      group,
      run: () => {
        if (active.id !== undefined) state.toggle(active.id, false);
      },
    },
    {
      keys: 'shift+x',
      label: t('list.selectRange'),
      group,
      run: () => {
        if (active.id !== undefined) state.toggle(active.id, true);
      },
    },
    { keys: 'mod+a', label: t('list.selectAll'), group, run: state.selectEverything },
    ...(actions.create ? [{ keys: 'c', label: t('list.create'), group, run: actions.create }] : []),
    ...(actions.archive
      ? [
          {
            keys: 'backspace',
            label: t('list.archive'),
            group,
            isMeant: () => targets.length > 0,
            run: () => actions.archive?.(targets),
          },
        ]
      : []),
  ]);
}
