import { EmptyState, showToast } from '@throughline/ui';
import { Columns3 } from 'lucide-react';
import type { Field, Values } from '@throughline/model';
import { makeRankBetween, type Json } from '@throughline/base';
import { parseBoardSettings, type BoardSettings } from '@throughline/view';
import { useLayoutEffect, useMemo, useState } from 'react';
import { isBoardField, isLaneField, isSumField } from '../data/board-columns.ts';
import { isColorField } from '../data/field-color.ts';
import { isSameCell, type BoardActions, type BoardCell, type CardMove } from '../data/board-model.ts';
import { useLookups, useWorkspace } from '../data/data-context.ts';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { makeViewBoardModel, type BoardShape, type ViewBoardModel } from '../data/view-board-model.ts';
import { BoardStrip } from '../features/board/board-strip.tsx';
import { BoardView } from '../features/board/board-view.tsx';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import { rankBetween } from './record-ranks.ts';
import { isGroupField, regroup } from './row-move.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { openedId } from './space-list.tsx';
import { useLayoutSettings } from './use-layout-settings.ts';
import type { SpaceView } from './use-space-view.ts';

type BoardProps = Pick<SpaceLayoutProps, 'view' | 'selected' | 'onSelect' | 'onCreate'>;

export function SpaceBoard(props: BoardProps) {
  const { view } = props;
  const [settings, setSettings] = useLayoutSettings(view, 'board', parseBoardSettings);
  const by = boardField(view);
  return (
    <>
      <BoardStrip
        schema={view.schema}
        by={by}
        shown={view.columns.slice(1).map(({ field }) => field.id)}
        settings={settings}
        setSettings={setSettings}
        setColumnsBy={(field) => view.changeSearch({ group: field.key })}
      />
      {by === undefined ? (
        <EmptyState
          icon={<Columns3 size={28} strokeWidth={1.5} />}
          title={t('space.chooseGroup')}
          text={t('space.chooseGroupText')}
        />
      ) : (
        <Board {...props} by={by} settings={settings} setSettings={setSettings} />
      )}
    </>
  );
}

/** The status, where the field that made the columns is gone or makes none. */
function boardField({ shown, schema }: SpaceView): Field | undefined {
  const named = shown.group === null ? undefined : schema.findField(shown.group);
  return named && isBoardField(named) ? named : schema.field('status');
}

interface OpenBoardProps extends BoardProps {
  readonly by: Field;
  readonly settings: BoardSettings;
  readonly setSettings: (part: Partial<BoardSettings>) => void;
}

function Board(props: OpenBoardProps) {
  const { view, selected, onSelect } = props;
  const data = useWorkspace();
  const lookups = useLookups(view.source.entity);
  const shape = useBoardShape(props);
  const [model] = useState(() => {
    const made = makeViewBoardModel(data, view.source);
    made.setShape(shape);
    return made;
  });
  useLayoutEffect(() => model.setShape(shape), [model, shape]);
  const actions = useBoardActions({ ...props, model, lanesBy: shape.lanesBy });
  return (
    <BoardView
      label={readText(view.view?.values['name']) || t('space.board')}
      model={model}
      actions={actions}
      lookups={lookups}
      openedId={openedId(view, data.hub)}
      selected={selected}
      onSelect={onSelect}
    />
  );
}

/** What is kept of columns and lanes says of which field they are. */
function keptKey(field: Field, key: string): string {
  return `${field.id} ${key}`;
}

function keysOf(field: Field | undefined, kept: readonly string[]): readonly string[] {
  const start = `${field?.id} `;
  return kept.flatMap((each) => (each.startsWith(start) ? [each.slice(start.length)] : []));
}

/** Anew only when something about it is different: settings are parsed at every drawing. */
function useBoardShape({ view, by, settings }: OpenBoardProps): BoardShape {
  const key = JSON.stringify(settings);
  const { schema, columns, shown } = view;
  return useMemo(() => {
    const now = parseBoardSettings(JSON.parse(key) as Json);
    const named = (id: string | null, isMeant: (field: Field) => boolean): Field | undefined => {
      const field = id === null ? undefined : schema.field(id);
      return field && field.id !== by.id && isMeant(field) ? field : undefined;
    };
    const lanesBy = named(now.lanes, isLaneField);
    const fields =
      now.fields?.flatMap((id) => schema.field(id) ?? []) ?? columns.slice(1).map(({ field }) => field);
    const limits = Object.entries(now.limits).flatMap(([kept, limit]) =>
      keysOf(by, [kept]).map((column) => [column, limit] as const),
    );
    return {
      query: shown.query,
      by,
      lanesBy,
      fields: fields.filter((field) => field.id !== by.id && field.id !== 'key'),
      card: now.card,
      colorBy: schema.fields.find((field) => field.id === now.color && isColorField(field)),
      sumOf: named(now.sum, isSumField),
      hideEmpty: now.hideEmpty,
      limits: new Map(limits),
      foldedColumns: new Set(keysOf(by, now.foldedColumns)),
      foldedLanes: new Set(keysOf(lanesBy, now.foldedLanes)),
    };
  }, [schema, columns, shown.query, by, key]);
}

interface BoardParts extends OpenBoardProps {
  readonly model: ViewBoardModel;
  readonly lanesBy: Field | undefined;
}

function useBoardActions(parts: BoardParts): BoardActions {
  const { view, by, lanesBy, settings, setSettings, onCreate, model } = parts;
  const data = useWorkspace();
  const { entity } = view.source;
  const toggled = (list: readonly string[], key: string) =>
    list.includes(key) ? list.filter((each) => each !== key) : [...list, key];
  return {
    open: (id) => view.changeSearch({ open: readText(data.hub.get(entity, id)?.['key']) || id }),
    move: useCardMove(parts),
    tellVanished: () =>
      showToast({ title: t('board.vanished'), text: t('board.vanishedText'), tone: 'failure' }),
    ...(onCreate && {
      create: (cell) => {
        const column = model.columns.find(({ key }) => key === cell.columnKey);
        const values = startValues(cell, { by, lanesBy, model });
        onCreate({ ...(column && { place: column.name }), values });
      },
    }),
    toggleColumn: (key) => setSettings({ foldedColumns: toggled(settings.foldedColumns, keptKey(by, key)) }),
    toggleLane: (key) =>
      lanesBy && setSettings({ foldedLanes: toggled(settings.foldedLanes, keptKey(lanesBy, key)) }),
    setLimit: (key, limit) => {
      const { [keptKey(by, key)]: _before, ...rest } = settings.limits;
      setSettings({ limits: limit === null ? rest : { ...rest, [keptKey(by, key)]: limit } });
    },
  };
}

/** What a card made in a cell begins with. */
function startValues(
  { columnKey, laneKey }: BoardCell,
  { by, lanesBy, model }: Pick<BoardParts, 'by' | 'lanesBy' | 'model'>,
): Values {
  const to = [{ field: by, value: model.cellValue(columnKey) }];
  if (lanesBy !== undefined && laneKey !== undefined && isGroupField(lanesBy))
    to.push({ field: lanesBy, value: model.cellValue(laneKey) });
  return regroup({}, [], to) ?? {};
}

/** One act for all that the move changes: column, lane and place, of each card that is moved along. */
function useCardMove({ view, by, lanesBy, model, selected }: BoardParts): NonNullable<BoardActions['move']> {
  const data = useWorkspace();
  const { entity } = view.source;
  const isByHand = view.shown.sort.length === 0;
  const groupsAt = ({ columnKey, laneKey }: BoardCell) => [
    { field: by, value: model.cellValue(columnKey) },
    ...(lanesBy && laneKey !== undefined ? [{ field: lanesBy, value: model.cellValue(laneKey) }] : []),
  ];
  return (move) => {
    const { id, to } = move;
    if (data.hub.get(entity, id) === undefined || model.placeOf(id) === undefined) return undefined;
    const ids = selected.has(id) ? [...selected].filter((each) => model.placeOf(each) !== undefined) : [id];
    const ranks = isByHand ? ranksBetween(data, entity, { ...neighboursOf(model, move, ids), ids }) : [];
    const writes = ids.flatMap((each, at) => {
      const now = data.hub.get(entity, each);
      const from = each === id ? move.from : model.placeOf(each);
      const grouped = now && from && regroup(now, groupsAt(from), groupsAt(to));
      const rank = ranks[at];
      const values = { ...grouped, ...(rank !== undefined && { rank }) };
      return grouped === undefined ? [] : [{ entity, verb: 'update' as const, id: each, values }];
    });
    if (writes.length === 0) return showToast({ title: t('board.notMoved'), tone: 'failure' });
    const changed = writes.filter(({ values }) => Object.keys(values).length > 0);
    if (changed.length > 0) data.writer.write(changed, { message: moveText(model, move, changed.length) });
    return undefined;
  };
}

function moveText(model: ViewBoardModel, { id, from, to }: CardMove, count: number): string {
  const column = model.columns.find(({ key }) => key === to.columnKey)?.name ?? '';
  if (count > 1) return t('board.movedAll', { count, column });
  const title = model.title(id);
  const lane = model.lanes.find(({ key }) => key === to.laneKey)?.name;
  return lane === undefined || from.laneKey === to.laneKey
    ? t('board.moved', { title, column })
    : t('board.movedLane', { title, column, lane });
}

interface Neighbours {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The cards above and below a place, those that move left out. */
function neighboursOf(model: ViewBoardModel, { from, to }: CardMove, moved: readonly string[]): Neighbours {
  const isWithin = isSameCell(from, to);
  const gap = isWithin && to.index > from.index ? to.index + 1 : to.index;
  const next = (start: number, step: 1 | -1): string | undefined => {
    for (let at = start; at >= 0; at += step) {
      const id = model.cardAt(to, at);
      if (id === undefined || !moved.includes(id)) return id;
    }
    return undefined;
  };
  return { before: next(gap - 1, -1), after: next(gap, 1) };
}

interface RankParts extends Neighbours {
  readonly ids: readonly string[];
}

/** Ranks for several cards in a row between two others. */
function ranksBetween(
  data: WorkspaceData,
  entity: string,
  { before, after, ids }: RankParts,
): readonly string[] {
  const high = readText(data.hub.get(entity, after ?? '')?.['rank']) || null;
  const ranks: string[] = [];
  for (const _id of ids) {
    const low = ranks.at(-1);
    if (low === undefined) ranks.push(rankBetween(data, entity, [before, after]));
    else ranks.push(makeRankBetween(low, high !== null && low < high ? high : null));
  }
  return ranks;
}
