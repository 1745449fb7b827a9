import type { MenuEntry } from '@throughline/ui';
import { Archive, GitMerge, PanelRight } from 'lucide-react';
import type { ListActions } from '../../data/list-model.ts';
import { t } from '../../messages/area-t.ts';

/** What may be done with a record from its row. */
export function rowMenu(id: string, actions: ListActions): readonly MenuEntry[] {
  const { archive, merge } = actions;
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'open',
      label: t('list.openRow'),
      icon: <PanelRight size={14} />,
      shortcut: 'enter',
      onSelect: () => actions.open(id),
    },
  ];
  if (merge)
    entries.push({
      kind: 'action',
      id: 'merge',
      label: t('list.merge'),
      icon: <GitMerge size={14} />,
      onSelect: () => merge([id]),
    });
  if (archive)
    entries.push({
      kind: 'action',
      id: 'archive',
      label: t('list.archive'),
      icon: <Archive size={14} />,
      shortcut: 'backspace',
      onSelect: () => archive([id]),
    });
  return entries;
}
