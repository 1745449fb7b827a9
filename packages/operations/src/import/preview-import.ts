/** The beginning of a file as the import would read it, for a mapping screen: columns with guesses, first records. */
import type { JsonObject } from '@throughline/base';
import type { Runtime } from '../runtime.ts';
import { present } from '../records/present.ts';
import { toColumns, type PlannedColumn } from './planned-columns.ts';
import { makeReport, type ReportEntry } from './import-report.ts';
import type { SourceCell, SourceRecord } from './import-source.ts';
import { readPeople } from './people-index.ts';
import { prepareRecord } from './prepare-record.ts';
import { setUpImport, type ImportRequest } from './start-import.ts';

export type ImportPreview = {
  readonly format: string;
  readonly entity: string;
  /** What the records of such a file are, where the format says so. */
  readonly usualEntity: string | null;
  readonly columns: readonly (PlannedColumn & { readonly samples: readonly SourceCell[] })[];
  /** The first records with their values by field key. */
  readonly rows: readonly JsonObject[];
  /** What of the beginning would be dropped. */
  readonly dropped: readonly ReportEntry[];
};

const LOOKED_AT = 300;
const SHOWN = 20;

export async function previewImport(runtime: Runtime, request: ImportRequest): Promise<ImportPreview> {
  const setup = await setUpImport(runtime, request);
  const { plan } = setup;
  const records = await readFirst(request);
  plan.learn(records);
  const report = makeReport();
  const people = await readPeople(runtime.database, request.workspace);
  const preparing = {
    model: runtime.model,
    plan,
    people,
    report,
    system: plan.source(request.reader.format),
    currency: setup.state.currency,
    repeats: new Map<string, number>(),
  };
  const prepared = records.map((record) => prepareRecord(preparing, record, { position: record.position }));
  const fields = [
    ...setup.state.fieldsOf(setup.entity.name),
    ...plan
      .fields()
      .filter((each) => each.isNew)
      .map((each) => each.field()),
  ];
  return {
    format: request.reader.format,
    entity: setup.entity.name,
    usualEntity: request.reader.usualEntity ?? null,
    columns: toColumns(setup).map((column) => ({
      ...column,
      samples: plan.columns.get(column.column)?.samples ?? [],
    })),
    rows: prepared.slice(0, SHOWN).map(({ values, documents, wanted, identities }) => {
      const named = Object.fromEntries(wanted.map(({ field, person }) => [field, person.name]));
      const { id: _id, ...shown } = present(fields, '', { ...values, ...named, ...documents });
      return { ...shown, externalId: identities[0]?.id ?? '' };
    }),
    dropped: report.result().dropped.slice(0, 100),
  };
}

async function readFirst({ files, reader }: ImportRequest): Promise<readonly SourceRecord[]> {
  const records: SourceRecord[] = [];
  for (const file of files) {
    for await (const item of reader.read(
      file.open(() => undefined),
      file.name,
    )) {
      if (item.kind === 'record') records.push(item);
      if (records.length >= LOOKED_AT) return records;
    }
  }
  return records;
}
