import { EmptyState } from '@throughline/ui';
import { Columns3 } from 'lucide-react';
import type { Field, Values } from '@throughline/model';
import type { Json } from '@throughline/base';
import { useLayoutEffect, useState } from 'react';
import type { BoardActions } from '../data/board-model.ts';
import { useLookups, useWorkspace } from '../data/data-context.ts';
import { makeViewBoardModel, type ViewBoardModel } from '../data/view-board-model.ts';
import { BoardView } from '../features/board/board-view.tsx';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import { rankBetween } from './record-ranks.ts';
import type { SpaceLayoutProps } from './space-layouts.tsx';
import { openedId } from './space-list.tsx';
import type { SpaceView } from './use-space-view.ts';

const columnTypes = ['select', 'person', 'team'];

type BoardProps = Pick<SpaceLayoutProps, 'view' | 'onCreate'>;

/** Fields whose values can be columns of a board. */
export function isBoardField(field: Field): boolean {
  return columnTypes.includes(field.type) && field.readOnly !== true;
}

export function SpaceBoard({ view, onCreate }: BoardProps) {
  const by = boardField(view);
  if (by === undefined) {
    return (
      <EmptyState
        icon={<Columns3 size={28} strokeWidth={1.5} />}
        title={t('space.chooseGroup')}
        text={t('space.chooseGroupText')}
      />
    );
  }
  return <Board view={view} by={by} onCreate={onCreate} />;
}

function boardField({ shown, schema }: SpaceView): Field | undefined {
  const named = shown.group === null ? undefined : schema.findField(shown.group);
  return named && isBoardField(named) ? named : schema.field('status');
}

function Board({ view, by, onCreate }: BoardProps & { readonly by: Field }) {
  const data = useWorkspace();
  const lookups = useLookups(view.source.entity);
  const [model] = useState(() => makeViewBoardModel(data, view.source));
  const { query } = view.shown;
  const { columns } = view;
  useLayoutEffect(() => {
    const fields = columns.slice(1).map(({ field }) => field);
    model.setShape({ query, by, fields: fields.filter((field) => field.id !== by.id && field.id !== 'key') });
  }, [model, query, by, columns]);
  const actions = useBoardActions({ view, by, onCreate, model });
  return (
    <BoardView
      label={readText(view.view?.values['name']) || t('space.board')}
      model={model}
      actions={actions}
      lookups={lookups}
      openedId={openedId(view, data.hub)}
    />
  );
}

interface BoardParts extends BoardProps {
  readonly by: Field;
  readonly model: ViewBoardModel;
}

function useBoardActions({ view, by, onCreate, model }: BoardParts): BoardActions {
  const data = useWorkspace();
  const { entity } = view.source;
  const isByHand = view.shown.sort.length === 0;
  return {
    open: (id) => view.changeSearch({ open: readText(data.hub.get(entity, id)?.['key']) || id }),
    move: (id, to) => {
      const now = data.hub.get(entity, id) ?? {};
      const value = model.columnValue(to.columnKey) as Json;
      const neighbours = neighboursOf(model, id, to);
      const values: Values = {
        ...((now[by.id] ?? null) !== value && { [by.id]: value }),
        ...(isByHand && { rank: rankBetween(data, entity, neighbours) }),
      };
      if (Object.keys(values).length === 0) return;
      const column = model.columns.find(({ key }) => key === to.columnKey)?.name ?? '';
      const message = t('board.moved', { title: model.title(id), column });
      data.writer.write([{ entity, verb: 'update', id, values }], { message });
    },
    ...(onCreate && {
      create: (columnKey) => {
        const column = model.columns.find(({ key }) => key === columnKey);
        const value = model.columnValue(columnKey) as Json;
        onCreate({ ...(column && { place: column.name }), values: value === null ? {} : { [by.id]: value } });
      },
    }),
  };
}

/** The cards above and below a place, the moved one left out. */
function neighboursOf(
  model: ViewBoardModel,
  id: string,
  to: { readonly columnKey: string; readonly index: number },
): readonly [string | undefined, string | undefined] {
  const from = model.placeOf(id);
  const isWithin = from?.columnKey === to.columnKey;
  const at = (index: number): string | undefined => {
    const shifted = isWithin && index >= from.index ? index + 1 : index;
    return index < 0 ? undefined : model.cardAt(to.columnKey, shifted);
  };
  return [at(to.index - 1), at(to.index)];
}
