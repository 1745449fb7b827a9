import type { MenuEntry } from '@throughline/ui';
import { Archive, CopyPlus, Equal, FolderInput, GitMerge, ListTree, PanelRight } from 'lucide-react';
import { isExplained } from '../../frame/explain-request.ts';
import type { ListActions, ListColumn } from '../../data/list-model.ts';
import { t } from '../../messages/area-t.ts';

const relocations = [
  { act: 'move', icon: <FolderInput size={14} /> },
  { act: 'copy', icon: <CopyPlus size={14} /> },
] as const;

/** What may be done with a record from its row. */
export function rowMenu(
  id: string,
  actions: ListActions,
  column: ListColumn | undefined,
): readonly MenuEntry[] {
  const { archive, explain, merge, relocate, setParent } = actions;
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
  if (explain && column && isExplained(column.field.type))
    entries.push({
      kind: 'action',
      id: 'explain',
      label: t('explain.title', { name: column.name }),
      icon: <Equal size={14} />,
      shortcut: '=',
      onSelect: () => explain(id, column.id),
    });
  if (setParent)
    entries.push({
      kind: 'action',
      id: 'parent',
      label: t('list.setParent'),
      icon: <ListTree size={14} />,
      onSelect: () => setParent([id]),
    });
  if (relocate)
    for (const { act, icon } of relocations)
      entries.push({
        kind: 'action',
        id: act,
        label: t(`relocate.${act}`),
        icon,
        onSelect: () => relocate([id], act),
      });
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
