import { useWorkspace } from '../data/data-context.ts';
import type { ListActions } from '../data/list-model.ts';
import { readText } from '../fields/read-value.ts';
import type { SpaceLayoutProps } from './space-list.tsx';
import { useRecordEdits } from './use-record-edits.ts';
import type { SpaceView } from './use-space-view.ts';

export function useListActions(view: SpaceView, onCreate: SpaceLayoutProps['onCreate']): ListActions {
  const { hub, rights } = useWorkspace();
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
  };
}
