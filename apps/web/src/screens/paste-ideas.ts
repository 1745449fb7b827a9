/** What is pasted into a list: values from a cell on, ideas from a column of titles, or a table to look at first. */
import type { Write } from '@throughline/client';
import type { Field, Values } from '@throughline/model';
import { showToast } from '@throughline/ui';
import type { PastePlace } from '../data/list-model.ts';
import { withAuthor } from '../data/new-record.ts';
import type { ViewListModel } from '../data/view-list-model.ts';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { mostPastedRows, parseTable, type PastedTable } from '../features/paste/parse-table.ts';
import type { UnreadCell } from '../features/paste/plan-paste.ts';
import { readPastedCell, type CellReader } from '../features/paste/read-cell.ts';
import { readText } from '../fields/read-value.ts';
import { t } from '../messages/area-t.ts';
import type { ListDialog } from './list-dialogs.tsx';
import type { SpaceView } from './use-space-view.ts';

export interface Pasting {
  readonly data: WorkspaceData;
  readonly view: SpaceView;
  readonly model: ViewListModel;
  readonly selected: ReadonlySet<string>;
  readonly ask: (dialog: ListDialog) => void;
}

export function pasteIdeas(pasting: Pasting, text: string, at: PastePlace): void {
  const { data, view, ask } = pasting;
  const table = parseTable(text);
  const width = table[0]?.length ?? 0;
  if (table.length > mostPastedRows) {
    showToast({ title: t('paste.tooMany', { count: table.length, most: mostPastedRows }), tone: 'failure' });
    return;
  }
  const title = view.columns[0]?.field.id;
  if (at.id !== undefined && at.columnId !== undefined && at.columnId !== title)
    return pasteBlock(pasting, table, { id: at.id, columnId: at.columnId });
  if (width === 0 || !data.rights.may('create', 'idea', { space: view.space })) return;
  if (width === 1)
    return makeIdeas(
      data,
      view.space,
      table.map(([name = '']) => ({ title: name })),
    );
  ask({ type: 'paste', table });
}

/** All of them in one act. */
export function makeIdeas(data: WorkspaceData, space: string, records: readonly Values[]): void {
  const status = data.fields('idea', space).find(({ id }) => id === 'status')?.config.options?.[0]?.key;
  const writes = records.map((values): Write => {
    const start = status === undefined ? {} : { status };
    const all = withAuthor(data, { ...start, ...values, space });
    return { entity: 'idea', verb: 'create', id: data.replica.newId('idea'), values: all };
  });
  data.writer.write(writes, { message: t('paste.made', { count: writes.length }) });
}

export function makeReader(data: WorkspaceData, entity: string): CellReader {
  const { zone, currency } = data.replica.session().workspace;
  return {
    lookups: data.lookups(entity),
    context: { zone, currency },
    unknown: (text, field) => t('paste.unknown', { text, field }),
  };
}

interface Block {
  readonly id: string;
  readonly columnId: string;
}

/** Rows go down the list from the cell on; one row goes to all records chosen. */
function pasteBlock({ data, view, model, selected, ask }: Pasting, table: PastedTable, from: Block): void {
  const { entity } = view.source;
  const reader = makeReader(data, entity);
  const first = view.columns.findIndex(({ field }) => field.id === from.columnId);
  const isForAll = table.length === 1 && selected.size > 1 && selected.has(from.id);
  const targets = isForAll ? [...selected] : recordsFrom(model, from.id, table.length);
  const unread: UnreadCell[] = [];
  let count = 0;
  const writes = targets.flatMap((id, index): Write[] => {
    const values: Record<string, Values[string]> = {};
    for (const [at, text] of (table[isForAll ? 0 : index] ?? []).entries()) {
      const field = view.columns[first + at]?.field;
      if (field === undefined) continue;
      const reading = readInto(model, { id, field, text }, reader);
      if (reading.ok) values[field.id] = reading.value;
      else
        unread.push({
          row: index + 1,
          title: titleOf(data, entity, id),
          field: field.name,
          text,
          problem: reading.problem,
        });
    }
    count += Object.keys(values).length;
    return Object.keys(values).length === 0 ? [] : [{ entity, verb: 'update', id, values }];
  });
  if (writes.length > 0) data.writer.write(writes, { message: t('paste.set', { count }) });
  if (unread.length > 0) ask({ type: 'unread', unread });
}

interface Target {
  readonly id: string;
  readonly field: Field;
  readonly text: string;
}

function readInto(model: ViewListModel, { id, field, text }: Target, reader: CellReader) {
  const isOpen = model.cell(id, field.id).canEdit && (field.required !== true || text !== '');
  return isOpen && field.type !== 'votes'
    ? readPastedCell(text, field, reader)
    : ({ ok: false, problem: t('paste.noEdit') } as const);
}

function titleOf({ hub }: WorkspaceData, entity: string, id: string): string {
  const values = hub.get(entity, id);
  return readText(values?.['title']) || readText(values?.['name']);
}

function recordsFrom(model: ViewListModel, id: string, count: number): readonly string[] {
  const ids: string[] = [];
  for (let at = model.indexOf(id); at >= 0 && at < model.rowCount && ids.length < count; at += 1) {
    const row = model.rowAt(at);
    if (row.type === 'record' && !ids.includes(row.id)) ids.push(row.id);
  }
  return ids;
}
