import { MODEL } from '@throughline/model';
import { expect, test } from 'vitest';
import { dayStart } from '../../data/timeline-span.ts';
import type { TimelineItem } from '../../data/timeline-model.ts';
import { drawTimeline, type TimelineParts } from './draw-timeline.ts';
import { INK, markColor, type Shape } from './shapes.ts';

const range = MODEL.entity('idea').fields.find(({ id }) => id === 'timeframe');
const bars = range === undefined ? [] : [{ field: range, end: undefined, look: 'solid' } as const];

function makeItem(id: string, from: string, to: string): TimelineItem {
  const span = { start: dayStart(from), end: dayStart(to), precision: 'day' } as const;
  return { id, title: `Idea ${id}`, bars: [{ at: 0, span }], milestones: [], color: 'blue', ...span };
}

function makeParts(items: readonly TimelineItem[], more: Partial<TimelineParts> = {}): TimelineParts {
  const lane = { key: 'core', label: 'Core', color: 'green', value: 'core', count: items.length, items };
  const extent = { start: dayStart('2026-01-01'), end: dayStart('2026-06-01') };
  const content = { lanes: [lane], unscheduled: [], count: items.length, extent };
  return {
    content,
    bars,
    colorBy: undefined,
    hasLanes: true,
    links: [],
    markers: [],
    baselineOf: () => undefined,
    today: '2026-03-01',
    ...more,
  };
}

const texts = (page: readonly Shape[]): readonly string[] =>
  page.flatMap((shape) => (shape.kind === 'text' && shape.text !== '' ? [shape.text] : []));

test('a drawn timeline names its lanes and marked days, and shows what waits for what', () => {
  const items = [makeItem('a', '2026-01-10', '2026-02-10'), makeItem('b', '2026-03-10', '2026-04-10')];
  const link = (from: string, to: string) => ({ id: `${from}${to}`, from, to, isBlocking: true });
  const markers = [{ id: 'm', name: 'Launch', day: '2026-05-01' }];
  const [plain = []] = drawTimeline(makeParts(items, { markers }));
  const [linked = []] = drawTimeline(makeParts(items, { markers, links: [link('a', 'b')] }));
  const [late = []] = drawTimeline(makeParts(items, { markers, links: [link('b', 'a')] }));
  expect(texts(plain)).toEqual(expect.arrayContaining(['Core (2)', 'Idea a', 'Idea b', 'Launch']));
  expect(linked.length - plain.length).toBe(4);
  const isWarning = (shape: Shape): boolean => 'fill' in shape && shape.fill === markColor('orange');
  expect([linked.some(isWarning), late.some(isWarning)]).toEqual([false, true]);
});

test('a lane that goes on over the page is named again, and no record is lost', () => {
  const items = Array.from({ length: 60 }, (_, n) => makeItem(`n${n}`, '2026-01-10', '2026-02-10'));
  const pages = drawTimeline(makeParts(items));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.every((page) => texts(page).includes('Core (60)'))).toBe(true);
  const titles = pages.flatMap((page) => texts(page).filter((text) => text.startsWith('Idea')));
  expect(new Set(titles).size).toBe(60);
  expect(titles).toHaveLength(60);
});

test('a bar that has moved since the day compared with has its earlier place behind it', () => {
  const [a, b] = [makeItem('a', '2026-01-10', '2026-02-10'), makeItem('b', '2026-03-10', '2026-04-10')];
  const before = makeItem('a', '2026-01-01', '2026-01-20').bars[0]?.span;
  const [page = []] = drawTimeline(
    makeParts([a, b], { baselineOf: (id) => (id === 'a' ? before : b.bars[0]?.span) }),
  );
  const ghosts = page.filter((shape) => shape.kind === 'box' && shape.fill === INK.ghost);
  expect(ghosts).toHaveLength(1);
});
