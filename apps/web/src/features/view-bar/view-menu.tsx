import type { MenuEntry } from '@throughline/ui';
import {
  Archive,
  CopyPlus,
  FileClock,
  FolderInput,
  FolderTree,
  Users,
  Dices,
  Download,
  History,
  PencilLine,
  Presentation,
  Save,
  Star,
  Vote,
} from 'lucide-react';
import { t } from '../../messages/area-t.ts';
import type { ListLook, ViewSaving } from './view-bar-props.ts';

export interface ViewMenuParts {
  readonly startRename: () => void;
  readonly listLook: ListLook | undefined;
}

export function viewMenu(saving: ViewSaving, { startRename, listLook }: ViewMenuParts): readonly MenuEntry[] {
  const { isFavourite, toggleFavourite, save, saveAsNew, rename, archive, exportAs, lookBack } = saving;
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'favourite',
      label: isFavourite ? t('bar.unfavourite') : t('bar.favourite'),
      icon: <Star size={14} />,
      onSelect: toggleFavourite,
    },
  ];
  if (save)
    entries.push({
      kind: 'action',
      id: 'save',
      label: t('bar.save'),
      icon: <Save size={14} />,
      onSelect: save,
    });
  if (saving.about)
    entries.push({
      kind: 'check',
      id: 'about',
      label: t('about.label'),
      checked: saving.about.isOn,
      onChange: saving.about.toggle,
    });
  if (saveAsNew)
    entries.push({
      kind: 'action',
      id: 'save-new',
      label: t('bar.saveAsNew'),
      icon: <CopyPlus size={14} />,
      onSelect: saveAsNew,
    });
  if (rename)
    entries.push({
      kind: 'action',
      id: 'rename',
      label: t('bar.rename'),
      icon: <PencilLine size={14} />,
      onSelect: startRename,
    });
  if (listLook)
    entries.push({
      kind: 'check',
      id: 'summary-row',
      label: t('bar.summaryRow'),
      checked: listLook.summaryRow.isOn,
      onChange: listLook.summaryRow.toggle,
    });
  if (saving.howSure)
    entries.push({
      kind: 'action',
      id: 'how-sure',
      label: t('decide.howSure'),
      icon: <Dices size={14} />,
      onSelect: saving.howSure,
    });
  if (saving.decide)
    entries.push({
      kind: 'action',
      id: 'decide',
      label: t('decide.open'),
      icon: <Vote size={14} />,
      onSelect: saving.decide,
    });
  entries.push(...questionEntries(saving));
  if (saving.drafts)
    entries.push({
      kind: 'check',
      id: 'drafts',
      label: t('about.drafts'),
      checked: saving.drafts.isOn,
      onChange: saving.drafts.toggle,
    });
  if (lookBack)
    entries.push({
      kind: 'action',
      id: 'past',
      label: t('past.look'),
      icon: <History size={14} />,
      onSelect: lookBack,
    });
  entries.push({
    kind: 'action',
    id: 'picture',
    label: t('bar.picture'),
    icon: <Presentation size={14} />,
    onSelect: saving.picture,
  });
  if (exportAs)
    for (const format of ['csv', 'json'] as const)
      entries.push({
        kind: 'action',
        id: `export ${format}`,
        label: t('bar.export', { format: format.toUpperCase() }),
        icon: <Download size={14} />,
        onSelect: () => exportAs(format),
      });
  if (archive)
    entries.push({
      kind: 'action',
      id: 'archive',
      label: t('bar.archive'),
      icon: <Archive size={14} />,
      onSelect: archive,
    });
  return entries;
}

const questions = [
  { id: 'section', icon: <FolderTree size={14} /> },
  { id: 'copy', icon: <FolderInput size={14} /> },
  { id: 'template', icon: <CopyPlus size={14} /> },
  { id: 'rights', icon: <Users size={14} /> },
  { id: 'history', icon: <FileClock size={14} /> },
] as const;

function questionEntries({ ask = {} }: ViewSaving): readonly MenuEntry[] {
  return questions.flatMap(({ id, icon }) => {
    const onSelect = ask[id];
    return onSelect ? [{ kind: 'action', id, label: `${t(`about.${id}`)}…`, icon, onSelect } as const] : [];
  });
}
