import { useWorkspace } from '../data/data-context.ts';
import { showToast } from '@throughline/ui';
import { parseListSettings } from '@throughline/view';
import type { ListActions, RowDrop } from '../data/list-model.ts';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { readText } from '../fields/read-value.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import type { ViewListModel } from '../data/view-list-model.ts';
import { openExplanation } from '../frame/explain-request.ts';
import { openRelocate } from '../frame/relocate-request.ts';
import type { ListDialog } from './list-dialogs.tsx';
import { groupRowOf, neighboursAt, parentAt, regroup } from './row-move.ts';
import { t } from '../messages/t.ts';
import { rankBetween } from './record-ranks.ts';
import { useRecordEdits } from '../data/use-record-edits.ts';
import { useLayoutSettings } from './use-layout-settings.ts';
import type { SpaceView } from './use-space-view.ts';

export interface ListActionParts extends Pick<SpaceLayoutProps, 'view' | 'onCreate' | 'onAddField'> {
  readonly view: SpaceView;
  readonly model: ViewListModel;
  readonly ask: (dialog: ListDialog) => void;
}

export function useListActions({ view, onCreate, onAddField, model, ask }: ListActionParts): ListActions {
  const data = useWorkspace();
  const { hub, rights, writer } = data;
  const { entity } = view.source;
  const edits = useRecordEdits(entity);
  const shownIds = view.columns.slice(1).map(({ field }) => field.id);
  const mayArchive = rights.may('archive', entity, { space: view.space });
  const [list, changeList] = useLayoutSettings(view, 'list', parseListSettings);
  const isByHand = view.shown.sort.length === 0;
  const isGrouped = view.shown.query.group.length > 0;

  function moveRow(from: number, to: RowDrop) {
    const row = model.rowAt(from);
    if (row.type !== 'record') return;
    const { id } = row;
    const now = hub.get(entity, id) ?? {};
    const grouped = regroup(now, model.groupAt(from), model.groupAt(groupRowOf(model, to)));
    if (grouped === undefined) return showToast({ title: t('space.notMoved'), tone: 'failure' });
    const parent = model.isNested() ? parentAt(model, to.index) : undefined;
    if (parent === id) return;
    const neighbours = neighboursAt(model, to, id);
    const isPlaced = isByHand && neighbours.some((each) => each !== undefined);
    const isMoved = parent !== undefined && (now['parent'] ?? null) !== parent;
    const values = {
      ...grouped,
      ...(isMoved && { parent }),
      ...(isPlaced && { rank: rankBetween(data, entity, neighbours) }),
    };
    if (Object.keys(values).length > 0)
      writer.write([{ entity, verb: 'update', id, values }], { message: t('space.moved') });
  }
  return {
    open: (id) => view.changeSearch({ open: readText(hub.get(entity, id)?.['key']) || id }),
    edit: (ids, columnId, value) => {
      const field = view.schema.field(columnId);
      if (field) edits.edit(ids, field, value);
    },
    explain: (id, columnId) =>
      openExplanation({ entity, id, fieldId: columnId, where: view.shown.query.where }),
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
    summarise: (columnId, name) =>
      changeList({ summaries: { ...list.summaries, [columnId]: name ?? 'none' } }),
    freeze: (columnId) => changeList({ frozen: columnId ?? null }),
    ...(mayArchive && { archive: edits.archive }),
    ...(entity === 'idea' && ideaActions(data, view, ask)),
    ...(rights.may('create', 'field', { in: view.space }) && {
      colorRules: (columnId: string) => {
        const field = view.schema.field(columnId);
        if (field) ask({ type: 'rules', field });
      },
    }),
    ...((isByHand || isGrouped || list.nest) && { moveRow }),
  };
}

/** What only ideas take part in. */
function ideaActions(
  { rights }: WorkspaceData,
  { space }: SpaceView,
  ask: ListActionParts['ask'],
): Partial<ListActions> {
  const place = { space };
  const may = (verb: 'merge' | 'update' | 'copy') => rights.may(verb, 'idea', place);
  return {
    ...(may('merge') && { merge: (ids: readonly string[]) => ask({ type: 'merge', ids }) }),
    ...(may('update') && { setParent: (ids: readonly string[]) => ask({ type: 'parent', ids }) }),
    ...(may('copy') && {
      relocate: (ids: readonly string[], act: 'move' | 'copy') => openRelocate({ ids, act }),
    }),
  };
}
