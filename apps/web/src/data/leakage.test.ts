import { expect, test } from 'vitest';
import { measureLeakage, readClocks, sumUpClocks } from './leakage.ts';

const NOW = Date.parse('2026-06-30T12:00:00.000Z');
const ago = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();
const piece = (id: string, days: number, values: Record<string, string> = {}) => ({
  id,
  values: { state: 'new', receivedAt: ago(days), ...values },
});
const context = { now: NOW, revenueOf: (company: string) => (company === 'a' ? 500 : 70) };

test('what waits is told by age, channel, team and revenue, each company once', () => {
  const report = measureLeakage(
    [
      piece('1', 0, { channel: 'email', company: 'a' }),
      piece('2', 2.9, { channel: 'email', company: 'a', team: 't' }),
      piece('3', 3, { channel: 'portal', company: 'b', state: 'open', owner: 'p', dueAt: ago(2) }),
      piece('4', 31, { channel: 'email' }),
      piece('5', 400, { state: 'linked', handledAt: ago(1), dueAt: ago(399) }),
      piece('6', -1),
    ],
    context,
  );
  expect(report.all).toEqual({ count: 5, revenue: 570, oldest: NOW - 31 * 86_400_000 });
  expect(report.late).toEqual({ count: 1, revenue: 70, oldest: NOW - 3 * 86_400_000 });
  expect(report.ages.map(({ count }) => count)).toEqual([3, 1, 0, 0, 1]);
  expect([...report.channels].map(([channel, { count, revenue }]) => [channel, count, revenue])).toEqual([
    ['email', 3, 500],
    ['portal', 1, 70],
    ['', 1, 0],
  ]);
  expect([...report.teams].map(([team, { count }]) => [team, count])).toEqual([
    ['', 4],
    ['t', 1],
  ]);
  expect(report.owners.get('p')?.count).toBe(1);
});

test('the trend counts what came, what was handled and what stayed, week by week', () => {
  const { trend } = measureLeakage(
    [
      piece('1', 10),
      piece('2', 20, { state: 'linked', handledAt: ago(3) }),
      piece('3', 9, { state: 'dismissed', handledAt: ago(8) }),
      piece('4', 500, { state: 'linked' }),
      piece('5', 300),
    ],
    context,
  );
  expect(trend).toHaveLength(12);
  expect(trend.slice(-3).map(({ arrived, handled, open }) => [arrived, handled, open])).toEqual([
    [1, 0, 2],
    [2, 1, 3],
    [0, 1, 2],
  ]);
  expect(trend[0]?.open).toBe(1);
});

test('the clock runs from the word to the first answer, and on where there was none', () => {
  const feedback = [
    piece('1', 40, { contact: 'c', channel: 'email' }),
    piece('2', 40, { contact: 'c', channel: 'email' }),
    piece('3', 10, { contact: 'c', channel: 'portal' }),
    piece('4', 10, { channel: 'portal' }),
  ];
  const answer = (feedbackId: string, days?: number) => ({
    id: `answer${feedbackId}${days ?? ''}`,
    values: { feedback: feedbackId, ...(days === undefined ? {} : { sentAt: ago(days) }) },
  });
  const clocks = readClocks(feedback, [answer('1', 20), answer('1', 30), answer('2', 38), answer('3')], NOW);
  expect(clocks.map(({ month, days, isAnswered }) => [month, days, isAnswered])).toEqual([
    ['2026-05', 10, true],
    ['2026-05', 2, true],
    ['2026-06', 10, false],
  ]);
  expect(sumUpClocks(clocks)).toEqual({ answered: 2, open: 1, median: 6, percentile85: 8.8, openMedian: 10 });
  expect(sumUpClocks([])).toEqual({
    answered: 0,
    open: 0,
    median: null,
    percentile85: null,
    openMedian: null,
  });
});
