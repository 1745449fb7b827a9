import { IconButton, showToast, useMenuLayer, useShortcuts, type MenuEntry } from '@throughline/ui';
import { Archive, CopyPlus, Ellipsis, FolderInput, GitMerge, Link2, Maximize2, X } from 'lucide-react';
import { useWorkspace } from '../../data/data-context.ts';
import { useRecordEdits } from '../../data/use-record-edits.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { openRelocate } from '../../frame/relocate-request.ts';
import { t } from '../../messages/area-t.ts';
import type { RecordViewProps } from './record-view.tsx';

export function RecordHeader({ entity, id, values, onClose, onMerge, pageHref }: RecordViewProps) {
  const { rights } = useWorkspace();
  const edits = useRecordEdits(entity);
  const openMenu = useMenuLayer();
  const navigate = useNavigateTo();
  const key = readText(values['key']);

  function copy(text: string, title: string) {
    navigator.clipboard.writeText(text).then(
      () => showToast({ title }),
      // The browser does not let the page write there: the text is shown for the hand to copy.
      () => showToast({ title: text }),
    );
  }
  const copyLink = () => copy(new URL(pageHref, location.href).href, t('record.linkCopied'));
  const entries: MenuEntry[] = [
    {
      kind: 'action',
      id: 'link',
      label: t('record.copyLink'),
      icon: <Link2 size={14} />,
      onSelect: copyLink,
    },
  ];
  if (onMerge && rights.may('merge', entity, values))
    entries.push({
      kind: 'action',
      id: 'merge',
      label: t('record.merge'),
      icon: <GitMerge size={14} />,
      onSelect: onMerge,
    });
  if (entity === 'idea' && rights.may('move', entity, values))
    entries.push({
      kind: 'action',
      id: 'move',
      label: t('relocate.move'),
      icon: <FolderInput size={14} />,
      onSelect: () => openRelocate({ ids: [id], act: 'move' }),
    });
  if (entity === 'idea' && rights.may('create', entity, values))
    entries.push({
      kind: 'action',
      id: 'copy',
      label: t('relocate.copy'),
      icon: <CopyPlus size={14} />,
      onSelect: () => openRelocate({ ids: [id], act: 'copy' }),
    });
  if (rights.may('archive', entity, values))
    entries.push({
      kind: 'action',
      id: 'archive',
      label: t('list.archive'),
      icon: <Archive size={14} />,
      onSelect: () => {
        edits.archive([id]);
        onClose?.();
      },
    });
  useShortcuts(
    onClose ? [{ keys: 'escape', label: t('record.close'), group: t('record.label'), run: onClose }] : [],
  );
  return (
    <header className="flex h-12 shrink-0 items-center gap-0.5 border-b px-3">
      {key !== '' && (
        <button
          type="button"
          data-tip={t('record.copyKey')}
          onClick={() => copy(key, t('record.keyCopied', { key }))}
          className="figures rounded-sm px-2 py-1 text-ui text-muted hover:bg-hover hover:text-ink"
        >
          {key}
        </button>
      )}
      <div className="ml-auto flex items-center gap-0.5">
        <IconButton label={t('record.copyLink')} icon={<Link2 size={15} />} onClick={copyLink} />
        {onClose && (
          <IconButton
            label={t('record.openPage')}
            icon={<Maximize2 size={14} />}
            onClick={() => navigate(pageHref)}
          />
        )}
        <IconButton
          label={t('record.more')}
          icon={<Ellipsis size={16} />}
          onClick={(event) => openMenu(event.currentTarget, entries)}
        />
        {onClose && (
          <IconButton label={t('record.close')} shortcut="escape" icon={<X size={16} />} onClick={onClose} />
        )}
      </div>
    </header>
  );
}
