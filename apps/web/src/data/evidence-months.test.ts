import { expect, test } from 'vitest';
import { countByMonth } from './evidence-months.ts';

const NOW = Date.parse('2026-02-10T00:00:00.000Z');

test('what was said is counted in the month it came in, over the turn of the year', () => {
  const said: Record<string, string> = { f1: '2025-12-31T23:59:59.000Z', f2: '2026-02-01T00:00:00.000Z' };
  const hub = {
    get: (_entity: string, id: string) => (said[id] === undefined ? undefined : { receivedAt: said[id] }),
  };
  const insights = [
    { id: '1', values: { feedback: 'f1', createdAt: '2026-02-05T00:00:00.000Z' } },
    { id: '2', values: { feedback: 'f2' } },
    { id: '3', values: { createdAt: '2026-01-15T00:00:00.000Z' } },
    { id: '4', values: { createdAt: '2024-01-15T00:00:00.000Z' } },
    { id: '5', values: {} },
    { id: '6', values: { createdAt: '2026-03-01T00:00:00.000Z' } },
  ];
  expect(countByMonth(insights, hub, { now: NOW, months: 3 })).toEqual([1, 1, 1]);
});
