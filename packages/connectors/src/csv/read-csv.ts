import type { SourceReader, SourceRecord } from '@throughline/operations';
import { readCsvRecords } from '../read-csv-records.ts';

/** Any CSV with a header. What its columns are is guessed by the import or said by its mapping. */
export const csvReader: SourceReader = { format: 'csv', read: readCsv };

async function* readCsv(content: AsyncIterable<Uint8Array>): AsyncGenerator<SourceRecord> {
  for await (const { position, cells, faults, changes } of readCsvRecords(content)) {
    yield { kind: 'record', position, identities: [], cells, comments: [], relations: [], faults, changes };
  }
}
