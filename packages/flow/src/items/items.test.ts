import { describe, expect, it } from 'vitest';
import { encodeText } from '../read/decode-text.ts';
import { doneTimesByProject } from './item-list.ts';
import { looksLikeItems } from './item-columns.ts';
import { csvOfJson } from './json-table.ts';
import { readItemList, type ItemReadOptions } from './read-item-list.ts';

function read(text: string, options: ItemReadOptions = {}) {
  async function* chunks() {
    yield encodeText(text);
  }
  return readItemList(chunks(), options);
}

const day = (text: string): number => Date.parse(text);

describe('a list of items', () => {
  it('is read with the columns its names suggest', async () => {
    const { items, report } = await read(
      'Key;Project;Created;Resolved\nHDFS-1;HDFS;2020-01-02;2020-01-05T10:00:00.000+0200\nYARN-2;YARN;2020-01-03;\n',
    );
    expect(items).toEqual({
      ids: ['HDFS-1', 'YARN-2'],
      created: Float64Array.of(day('2020-01-02'), day('2020-01-03')),
      started: Float64Array.of(NaN, NaN),
      done: Float64Array.of(day('2020-01-05T08:00Z'), NaN),
      projects: ['HDFS', 'YARN'],
      project: Int32Array.of(0, 1),
    });
    expect(report.columns).toEqual({ id: 'Key', project: 'Project', created: 'Created', done: 'Resolved' });
    expect([...doneTimesByProject(items)]).toEqual([
      ['HDFS', [day('2020-01-05T08:00Z')]],
      ['YARN', []],
    ]);
  });

  it('takes the project from the key where its column has a number, or is missing', async () => {
    expect((await read('id,project,finished_date\nP0-T12,0,2020-01-02\n')).items.projects).toEqual(['P0']);
    expect((await read('key,closed\nABC-1,2020-01-02\nX-2,2020-01-02\n')).items.projects).toEqual([
      'ABC',
      'X',
    ]);
    expect((await read('closed,what\n2020-01-02,that\n')).items.projects).toEqual(['']);
  });

  it('takes the columns it is told', async () => {
    const { items } = await read('a,b\nx,2020-01-02\n', { columns: { done: 'B', id: 'a' } });
    expect([items.ids, [...items.done]]).toEqual([['x'], [day('2020-01-02')]]);
  });

  it('tells day from month by what cannot be otherwise', async () => {
    const { items } = await read('created,done\n03/04/2020,05/04/2020\n04/13/2020,05/01/2020\n');
    expect([...items.done]).toEqual([day('2020-05-04'), day('2020-05-01')]);
    const swapped = await read('created,done\n03/04/2020,02/05/2020\n05/01/2020,04/02/2020\n');
    expect([...swapped.items.done]).toEqual([day('2020-05-02'), day('2020-02-04')]);
  });

  it('counts what it had to leave out', async () => {
    const { items, report } = await read('id,done\n1,never\n2,2020-01-02\n3,2020-01-03,more\n');
    expect(items.ids).toEqual(['2', '3']);
    expect(report.leftOut).toEqual([{ reason: 'bad_time', count: 1, examples: ['line 2'] }]);
    expect(report.notes[0]).toContain('1 rows have more or fewer cells');
  });

  it('refuses a file without a done date, and names what it has', async () => {
    await expect(read('a,b\n1,2\n')).rejects.toThrow('No column looks like the date');
    await expect(read('a,b\n1,2\n', { columns: { done: 'c' } })).rejects.toThrow('There is no column “c”');
  });

  it.each([
    [
      'an array',
      '[{"number": 7, "created_at": "2020-01-02T00:00:00Z", "closed_at": "2020-01-05T00:00:00Z", "user": {"login": "x"}}]',
      '7',
    ],
    [
      'what Jira answers',
      '{"total": 1, "issues": [{"key": "HDFS-7", "fields": {"created": "2020-01-02", "resolutiondate": "2020-01-05", "project": {"key": "HDFS"}}}]}',
      'HDFS-7',
    ],
    [
      'JSON lines',
      '{"type": "issue", "issue": {"id": 7, "title": "a, \\"b\\"", "created_at": "2020-01-02", "closed_at": "2020-01-05"}}\n{"type": "issue", "issue": {"id": 8, "created_at": "2020-01-02", "closed_at": null}}',
      '7',
    ],
  ])('is read from JSON: %s', async (_, text, id) => {
    const { items } = await read(text);
    expect([items.ids[0], items.created[0], items.done[0]]).toEqual([
      id,
      day('2020-01-02'),
      day('2020-01-05'),
    ]);
  });

  it('is not what has the history of each item with it', () => {
    expect(csvOfJson('[{"key": "A", "resolutiondate": "2020-01-05", "changelog": {}}]')).toBeNull();
    expect(csvOfJson('[1, 2]')).toBeNull();
  });

  it('is told from an event log', () => {
    expect(looksLikeItems(['key', 'created', 'resolved', 'status'])).toBe(true);
    expect(looksLikeItems(['issue_key', 'issue_created_date', 'status_to_name', 'status_change_date'])).toBe(
      false,
    );
    expect(looksLikeItems(['case', 'activity', 'start', 'end'])).toBe(false);
  });
});
