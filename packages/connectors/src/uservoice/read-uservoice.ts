import type { SourceItem, SourceRecord } from '@throughline/operations';
import { makeCsvExport, REQUEST_HINTS, REQUEST_STATES, VOTES, type ExportReader } from '../csv-export.ts';

const rows = makeCsvExport({
  format: 'uservoice',
  usualEntity: 'feedback',
  columns: {
    Id: ['suggestionid'],
    Title: ['suggestiontitle'],
    Details: ['suggestionbody', 'suggestiontext'],
    Status: ['suggestionstatusname'],
    Author: ['suggestioncreatorname', 'suggestioncreatedbyname'],
    'Author email': ['suggestioncreatoremail', 'suggestioncreatoremailaddress', 'suggestioncreatedbyemail'],
    [VOTES]: ['suggestionsupporterscount', 'suggestionvotescount', 'suggestionvotecount'],
    Tags: ['suggestionlabelsname'],
    Forum: ['suggestionforumname'],
    Category: ['suggestioncategoryname'],
    Link: ['suggestionportalurl'],
    Created: ['suggestioncreatedtimestamp', 'suggestioncreatedat'],
  },
  needs: ['Id', 'Title'],
  hints: { ...REQUEST_HINTS, Forum: 'new:select', Category: 'new:select' },
  /** A hundred columns more tell of browsers, referrers and ids. */
  otherColumns: '-',
  options: REQUEST_STATES,
});

/**
 * Ideas of UserVoice (its exports still call them suggestions). The export of voters has a row for each of them:
 * rows of one idea that follow each other become one record, and their voters are counted.
 */
export const uservoiceReader: ExportReader = {
  ...rows,
  read: async function* read(content, file) {
    let open: { readonly record: SourceRecord; readonly voters: Set<string> } | undefined;
    for await (const item of rows.read(content, file)) {
      const voter = voterOf(item);
      if (open && item.kind === 'record' && isSame(open.record, item)) {
        if (voter !== undefined) open.voters.add(voter);
        continue;
      }
      if (open) yield withVotes(open.record, open.voters.size);
      open = undefined;
      if (item.kind === 'record')
        open = { record: item, voters: new Set(voter === undefined ? [] : [voter]) };
      else yield item;
    }
    if (open) yield withVotes(open.record, open.voters.size);
  },
};

function isSame(before: SourceRecord, { cells }: SourceRecord): boolean {
  return cells.has('Id') && before.cells.get('Id') === cells.get('Id');
}

const VOTER_COLUMNS = ['user.id', 'user.email_address', 'user.email'] as const;

function voterOf(item: SourceItem): string | undefined {
  if (item.kind !== 'record') return undefined;
  const column = VOTER_COLUMNS.find((name) => item.cells.has(name));
  return column === undefined ? undefined : JSON.stringify(item.cells.get(column));
}

/** Of the voters' rows only the idea is kept. */
function withVotes(record: SourceRecord, voters: number): SourceRecord {
  if (voters === 0) return record;
  const cells = new Map(
    [...record.cells].filter(([column]) => !/^(user|external_user|account)\./.test(column)),
  );
  if (!cells.has(VOTES)) cells.set(VOTES, voters);
  return { ...record, cells };
}
