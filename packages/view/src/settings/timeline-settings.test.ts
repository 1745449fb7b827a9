import { expect, test } from 'vitest';
import { parseTimelineSettings, type TimelineSettings } from './timeline-settings.ts';

const untouched: TimelineSettings = {
  bars: null,
  milestones: [],
  scale: null,
  fiscalStart: 1,
  lanes: null,
  folded: [],
  color: null,
  labels: 'inside',
  dependencies: true,
  connections: [],
  markers: [],
  baseline: null,
  tray: false,
};

test('a view that has kept nothing starts as any', () => {
  for (const kept of [undefined, null, 7, 'x', [], {}])
    expect(parseTimelineSettings(kept)).toEqual(untouched);
});

test('what was kept is read back', () => {
  const kept = {
    ...untouched,
    bars: [{ field: 'timeframe', end: null, look: 'thin' }],
    scale: 'fiscal-year',
    fiscalStart: 10,
    markers: [{ id: 'm1', name: 'Launch', day: '2028-02-29' }],
    baseline: '2026-01-31',
  } as const satisfies TimelineSettings;
  expect(parseTimelineSettings(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
});

test('what is not understood is passed over, and the rest stays', () => {
  expect(
    parseTimelineSettings({
      bars: [{ field: 4 }, { field: 'timeframe', end: 3, look: 'dotted' }, null],
      scale: 'fortnight',
      fiscalStart: 13,
      folded: ['a', 'a', 2],
      markers: [
        { id: 'm1', name: 3, day: '2026-02-29' },
        { id: 'm2', day: '2026-03-01' },
      ],
      baseline: 'yesterday',
      labels: 'above',
    }),
  ).toEqual({
    ...untouched,
    bars: [{ field: 'timeframe', end: null, look: 'solid' }],
    folded: ['a'],
    markers: [{ id: 'm2', name: '', day: '2026-03-01' }],
  });
});
