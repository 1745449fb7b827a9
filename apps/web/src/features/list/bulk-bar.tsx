import { Button, IconButton, Menu, type MenuEntry } from '@throughline/ui';
import { Archive, CopyPlus, Ellipsis, FolderInput, GitMerge, ListTree, PencilLine, X } from 'lucide-react';
import { useState } from 'react';
import type { FieldLookups } from '../../fields/field-component.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import { t } from '../../messages/area-t.ts';
import type { ListActions, ListColumn, ListModel } from '../../data/list-model.ts';

export interface BulkBarProps {
  readonly model: ListModel;
  readonly ids: ReadonlySet<string>;
  readonly actions: ListActions;
  readonly lookups: FieldLookups;
  readonly onClear: () => void;
}

/** Stands over the list while records are chosen, and changes all of them at once. */
export function BulkBar({ model, ids, actions, lookups, onClear }: BulkBarProps) {
  const [column, setColumn] = useState<ListColumn>();
  const [sample] = ids;
  const editable = model.columns.filter(
    ({ id, field }) =>
      fieldComponents[field.type].Editor !== null && sample !== undefined && model.cell(sample, id).canEdit,
  );
  const entries: readonly MenuEntry[] = editable.map((candidate) => ({
    kind: 'action',
    id: candidate.id,
    label: candidate.name,
    onSelect: () => setColumn(candidate),
  }));
  return (
    <section
      aria-label={t('list.bulkActions')}
      className="absolute inset-x-0 bottom-4 z-30 mx-auto flex w-fit max-w-[calc(100%-1rem)] items-center gap-1 rounded-lg bg-overlay p-1 pl-3 shadow-popup max-sm:bottom-2"
    >
      <span className="figures mr-1 text-ui font-medium whitespace-nowrap">
        {t('list.selected', { count: ids.size })}
      </span>
      {column ? (
        <BulkEditor
          column={column}
          lookups={lookups}
          onCommit={(value) => {
            actions.edit([...ids], column.id, value);
            setColumn(undefined);
          }}
          onCancel={() => setColumn(undefined)}
        />
      ) : (
        <Menu
          entries={entries}
          trigger={
            <Button variant="quiet" icon={<PencilLine size={14} />}>
              {t('list.editField')}
            </Button>
          }
        />
      )}
      {actions.archive && (
        <Button
          variant="quiet"
          icon={<Archive size={14} />}
          shortcut="backspace"
          tooltip={t('list.archive')}
          onClick={() => {
            actions.archive?.([...ids]);
            onClear();
          }}
        >
          {t('list.archive')}
        </Button>
      )}
      {actions.merge && (
        <Button variant="quiet" icon={<GitMerge size={14} />} onClick={() => actions.merge?.([...ids])}>
          {t('list.merge')}
        </Button>
      )}
      {(actions.relocate ?? actions.setParent) && (
        <Menu
          entries={moreEntries([...ids], actions)}
          trigger={<IconButton label={t('list.moreActions')} icon={<Ellipsis size={15} />} />}
        />
      )}
      <IconButton label={t('list.clearSelection')} shortcut="esc" icon={<X size={15} />} onClick={onClear} />
    </section>
  );
}

function moreEntries(ids: readonly string[], { relocate, setParent }: ListActions): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (setParent)
    entries.push({
      kind: 'action',
      id: 'parent',
      label: t('list.setParent'),
      icon: <ListTree size={14} />,
      onSelect: () => setParent(ids),
    });
  if (relocate)
    entries.push(
      {
        kind: 'action',
        id: 'move',
        label: t('relocate.move'),
        icon: <FolderInput size={14} />,
        onSelect: () => relocate(ids, 'move'),
      },
      {
        kind: 'action',
        id: 'copy',
        label: t('relocate.copy'),
        icon: <CopyPlus size={14} />,
        onSelect: () => relocate(ids, 'copy'),
      },
    );
  return entries;
}

interface BulkEditorProps {
  readonly column: ListColumn;
  readonly lookups: FieldLookups;
  readonly onCommit: (value: unknown) => void;
  readonly onCancel: () => void;
}

/** Starts empty: the chosen records may differ. */
function BulkEditor({ column, lookups, onCommit, onCancel }: BulkEditorProps) {
  const { Editor } = fieldComponents[column.field.type];
  if (Editor === null) return null;
  return (
    <div className="flex items-center gap-2">
      <span className="text-small text-muted">{column.name}</span>
      <div className="h-8 w-48 rounded-md ring-1 ring-line-strong">
        <Editor value={null} field={column.field} lookups={lookups} onCommit={onCommit} onCancel={onCancel} />
      </div>
    </div>
  );
}
