import { useWorkspace } from '../data/data-context.ts';
import type { ListActions } from '../data/list-model.ts';
import { readText } from '../fields/read-value.ts';
import type { SpaceLayoutProps } from './space-list.tsx';
import type { ListModel } from '../data/list-model.ts';
import { t } from '../messages/t.ts';
import { rankBetween } from './record-ranks.ts';
import { useRecordEdits } from '../data/use-record-edits.ts';
import type { SpaceView } from './use-space-view.ts';

export interface ListActionParts extends SpaceLayoutProps {
  readonly view: SpaceView;
  readonly model: ListModel;
  readonly onMerge: (ids: readonly string[]) => void;
}

export function useListActions({ view, onCreate, onAddField, model, onMerge }: ListActionParts): ListActions {
  const data = useWorkspace();
  const { hub, rights, writer } = data;
  const { entity } = view.source;
  const edits = useRecordEdits(entity);
  const shownIds = view.columns.slice(1).map(({ field }) => field.id);
  const mayArchive = rights.may('archive', entity, { space: view.space });
  return {
    open: (id) => view.changeSearch({ open: readText(hub.get(entity, id)?.['key']) || id }),
    edit: (ids, columnId, value) => {
      const field = view.schema.field(columnId);
      if (field) edits.edit(ids, field, value);
    },
    ...(onCreate && { create: () => onCreate() }),
    ...(onAddField && rights.may('create', 'field', { in: view.space }) && { addColumn: () => onAddField() }),
    toggleGroup: (key) => {
      const { collapsed } = view.settings;
      const isCollapsed = collapsed.includes(key);
      view.setSettings({
        collapsed: isCollapsed ? collapsed.filter((each) => each !== key) : [...collapsed, key],
      });
    },
    resizeColumn: (columnId, width) =>
      view.setSettings({ widths: { ...view.settings.widths, [columnId]: width } }),
    moveColumn: (columnId, to) => {
      const rest = shownIds.filter((id) => id !== columnId);
      const at = Math.max(0, to - 1);
      if (shownIds.includes(columnId)) view.setColumns([...rest.slice(0, at), columnId, ...rest.slice(at)]);
    },
    hideColumn: (columnId) => view.setColumns(shownIds.filter((id) => id !== columnId)),
    sortBy: (columnId, direction) => {
      const key = view.schema.field(columnId)?.key;
      if (key !== undefined) view.changeSearch({ sort: [{ field: key, direction }] });
    },
    ...(mayArchive && { archive: edits.archive }),
    ...(entity === 'idea' && rights.may('merge', entity, { space: view.space }) && { merge: onMerge }),
    ...(view.shown.sort.length === 0 && {
      moveRow: (id, target, side) => {
        const at = model.indexOf(target) + (side === 'before' ? 0 : 1);
        const neighbours = [idAt(model, at - 1, id), idAt(model, at, id)] as const;
        const rank = rankBetween(data, entity, neighbours);
        writer.write([{ entity, verb: 'update', id, values: { rank } }], { message: t('space.moved') });
      },
    }),
  };
}

/** The record at an index; the moved one and headings are no neighbours. */
function idAt(model: ListModel, index: number, moved: string): string | undefined {
  const row = index >= 0 && index < model.rowCount ? model.rowAt(index) : undefined;
  return row?.type === 'record' && row.id !== moved ? row.id : undefined;
}
