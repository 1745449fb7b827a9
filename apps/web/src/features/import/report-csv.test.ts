import { expect, test } from 'vitest';
import { reportCsv } from './report-csv.ts';

test('every dropped and changed value stands in the file with its place and reason', () => {
  const csv = reportCsv({
    dropped: [{ record: 3, line: 12, column: 'Due', value: '31/02/24', code: 'impossible_date' }],
    changed: [{ record: 4, line: 15, column: 'Title', value: 'A "long", one', code: 'title_cut' }],
  });
  expect(csv.split('\r\n')).toEqual([
    'kind,record,line,column,value,reason,cells,file',
    'dropped,3,12,Due,31/02/24,impossible_date,1,',
    'changed,4,15,Title,"A ""long"", one",title_cut,1,',
  ]);
});

test('a value that looks like a formula is not one in the file', () => {
  const csv = reportCsv({ dropped: [{ column: 'A', value: '=1+1', code: 'no_field' }] });
  expect(csv).toContain("'=1+1");
});
