import { describe, expect, it } from 'vitest';
import { inPieces, tracesOf } from '../testing/build-log.ts';
import { readLog } from './read-log.ts';

const jira = {
  issues: [
    {
      key: 'UT-1',
      fields: {
        created: '2020-01-01T10:00:00.000-0500',
        status: { name: 'Done' },
        issuetype: { name: 'Bug' },
      },
      changelog: {
        histories: [
          {
            created: '2020-01-03T10:00:00.000-0500',
            author: { displayName: 'Ann' },
            items: [{ field: 'status', fromString: 'Doing', toString: 'Done' }],
          },
          {
            created: '2020-01-02T10:00:00.000-0500',
            author: { displayName: 'Ann' },
            items: [
              { field: 'status', fromString: 'To Do', toString: 'Doing' },
              { field: 'resolution', fromString: null, toString: 'Fixed' },
            ],
          },
        ],
      },
    },
  ],
};

const github = {
  issue: {
    number: 5,
    title: 'Crash',
    created_at: '2020-01-01T10:00:00Z',
    user: { login: 'ann' },
    labels: [{ name: 'bug' }],
  },
  events: [
    { event: 'labeled', created_at: '2020-01-01T11:00:00Z', actor: { login: 'bob' }, label: { name: 'bug' } },
    { event: 'closed', created_at: '2020-01-02T11:00:00Z', actor: { login: 'bob' } },
    { event: 'cross-referenced' },
  ],
};

describe('reading trackers', () => {
  it('takes statuses of Jira as activities, from the one an issue was created in', async () => {
    const { log, report } = await readLog(inPieces(JSON.stringify(jira)));
    expect(report.format).toBe('jira-json');
    expect(tracesOf(log)).toEqual({ 'UT-1': 'To Do Doing Done' });
    expect(log.time[0]).toBe(Date.parse('2020-01-01T15:00:00Z'));
    expect(log.caseAttributes.get('type')).toMatchObject({ names: ['Bug'] });
  });

  it('takes what happens to an issue on GitHub as activities', async () => {
    const { log, report } = await readLog(inPieces(`${JSON.stringify(github)}\n${JSON.stringify(github)}\n`));
    expect(report.format).toBe('github-json');
    expect(tracesOf(log)['#5']).toContain('opened');
    expect(log.activities).toEqual(['opened', 'labeled: bug', 'closed']);
    expect(report.leftOut).toEqual([
      {
        reason: 'no_time',
        count: 2,
        examples: ['case #5, “cross-referenced”', 'case #5, “cross-referenced”'],
      },
    ]);
  });

  it('names the line that is no JSON', async () => {
    await expect(readLog(inPieces('{"number":1}\n{"numb'))).rejects.toThrow('Line 2 is no JSON');
  });
});

describe('what is no log', () => {
  it.each([
    [
      'a ZIP archive',
      Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, (_, at) => at % 32)]),
      'ZIP archive',
    ],
    ['no text', Uint8Array.from({ length: 500 }, (_, at) => (at * 7) % 31), 'The file is no text.'],
    ['JSON of something else', '{"a": 1}', 'There is no event in this file.'],
    ['a page', '<html><body></body></html>', 'There is no event in this file.'],
    ['nothing', '', 'The file is empty'],
  ])('%s is refused', async (_, bytes, message) => {
    await expect(readLog(inPieces(bytes))).rejects.toThrow(message);
  });
});
