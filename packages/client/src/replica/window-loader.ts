/** Brings parts of spaces that are too large to be held whole, and single records of them. */
import { textOf, type Json } from '@throughline/base';
import { Refusal, type RecordWindow, type WindowTotals } from '@throughline/contract';
import type { Field, Model } from '@throughline/model';
import type { ViewQuery } from '@throughline/view';
import type { Api } from '../api.ts';
import { readRecord } from './read-record.ts';
import type { RecordTables, Touched } from './record-tables.ts';

export type WindowAsked = {
  readonly entity: string;
  readonly space: string;
  readonly query: ViewQuery;
  readonly limit?: number;
  /** Of the part before. */
  readonly cursor?: string;
};

export type LoadedWindow = {
  /** In the order of the query; their records are in the replica from now on, and followed. */
  readonly ids: readonly string[];
  /** Null at the end. */
  readonly nextCursor: string | null;
};

export type WindowLoader = {
  /** How many records a space has, where it is not here whole; undefined where it is. */
  readonly beyond: (entity: string, space: string) => number | undefined;
  /** `announce` is told the ids before their records are there. Throws `Refusal` or `UnreachableError`, as the others do. */
  readonly loadWindow: (
    asked: WindowAsked,
    announce?: (ids: readonly string[]) => void,
  ) => Promise<LoadedWindow>;
  readonly readTotals: (asked: WindowAsked) => Promise<WindowTotals>;
  /** The id of a record that is read and followed from now on, by id or key; undefined where it may not be had. */
  readonly loadRecord: (entity: string, idOrKey: string) => Promise<string | undefined>;
};

type LoaderParts = {
  readonly api: Api;
  readonly model: Model;
  readonly tables: RecordTables;
  readonly onRecords: (touched: Touched) => void;
  readonly fieldsOf: (entity: string) => readonly Field[];
};

export function makeWindowLoader({ api, model, tables, onRecords, fieldsOf }: LoaderParts): WindowLoader {
  const read = async (entity: string, id: string): Promise<void> => {
    const values = await readRecord(api, {
      plural: model.entity(entity).plural,
      id,
      fields: fieldsOf(entity),
    });
    if (values) onRecords(tables.put(entity, id, values));
  };
  return {
    beyond: tables.beyond,
    loadWindow: async (asked, announce) => {
      const { body } = await api.call('POST', '/sync/window', { body: asked as unknown as Json });
      const { seq, table, nextCursor } = body as unknown as RecordWindow;
      announce?.(table.ids);
      const { touched, changed } = tables.takeIn(table, seq);
      onRecords(touched);
      await Promise.all(changed.map((id) => read(asked.entity, id)));
      return { ids: table.ids, nextCursor };
    },
    readTotals: async (asked) => {
      const { body } = await api.call('POST', '/sync/window/totals', { body: asked as unknown as Json });
      return body as unknown as WindowTotals;
    },
    loadRecord: async (entity, idOrKey) => {
      const { plural } = model.entity(entity);
      const path = `/${plural}/${encodeURIComponent(idOrKey)}`;
      const answer = await api.call('GET', path).catch((error: unknown) => {
        if (error instanceof Refusal) return null;
        throw error;
      });
      if (answer === null) return undefined;
      const id = textOf(answer.body['id']);
      if (tables.get(entity, id) === undefined) await read(entity, id);
      return id;
    },
  };
}
