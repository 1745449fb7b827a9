import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axisDomain, extentOf, makeScale, type AxisField } from './axis-scale.ts';
import { niceStep, niceTicks, roundTo } from '../../data/chart-steps.ts';
import { placeLabels } from './place-labels.ts';
import { placePoints } from './place-points.ts';
import { makePointGrid, nextPoint } from './point-grid.ts';
import { panWindow, pinchWindow, zoomWindow } from './plot-window.ts';

const number: AxisField = { kind: 'number', bands: 0 };
const rating: AxisField = { kind: 'number', bands: 0, least: 1, greatest: 5, step: 1 };
const bands: AxisField = { kind: 'bands', bands: 4 };
const whole = { start: 0, size: 1 };

function buildScale(field: AxisField, isBackwards = false, values: readonly number[] = []) {
  const domain = axisDomain(field, extentOf(Float64Array.from(values)));
  return makeScale({ field, domain, window: whole, length: 400, isBackwards, ticks: 6 });
}

test('steps are 1, 2 or 5 times a power of ten', () => {
  expect([7, 13, 0.31, 4200, 0].map((span) => niceStep(span, 5))).toEqual([2, 5, 0.1, 1000, 1]);
  expect(niceTicks(0.07, 0.52, 5).values).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
  expect(roundTo(0.30000000000000004, 0.1)).toBe(0.3);
});

test('an axis of amounts begins at 0 unless all are far from it', () => {
  const low = axisDomain(number, { least: 3, greatest: 97, isWhole: true });
  const far = axisDomain(number, { least: 970, greatest: 1004, isWhole: true });
  expect([Math.abs(low.from) <= 4, low.to >= 97, low.step]).toEqual([true, true, 1]);
  expect(far.from).toBeGreaterThan(900);
});

test('one value only, and none at all, still span an axis', () => {
  const { from, to } = axisDomain(number, { least: 7, greatest: 7, isWhole: true });
  expect([from < 7, to > 7]).toEqual([true, true]);
  expect(axisDomain(number, undefined).to).toBeGreaterThan(axisDomain(number, undefined).from);
});

test('a rating has a tick for each mark and a place is rounded to one', () => {
  const scale = buildScale(rating);
  expect(scale.ticks).toEqual([1, 2, 3, 4, 5]);
  expect([scale.snap(3.4), scale.snap(9), scale.snap(-2), scale.stepFrom(5, 1)]).toEqual([3, 5, 1, 5]);
  expect(scale.placeSize).toBeCloseTo(80);
});

test('bands have their options in the middle and edges between them', () => {
  const scale = buildScale(bands);
  expect([scale.ticks, scale.edges]).toEqual([
    [0, 1, 2, 3],
    [0.5, 1.5, 2.5],
  ]);
  expect(scale.toPixel(0)).toBeCloseTo(50);
});

test('pixels and values are each other’s inverse, whichever way the axis runs', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.double({ min: -50, max: 150, noNaN: true }), (isBackwards, value) => {
      const scale = buildScale(number, isBackwards, [0, 100]);
      expect(scale.toValue(scale.toPixel(value))).toBeCloseTo(value, 6);
    }),
  );
});

test('bubbles at one place stand apart, and those without room are counted', () => {
  const at = (count: number) => new Float64Array(count).fill(100);
  const place = (count: number, room: number) =>
    placePoints({
      x: at(count),
      y: at(count),
      radius: new Float32Array(count).fill(6),
      placeWidth: room,
      placeHeight: room,
    });
  const few = place(3, 80);
  const distances = [0, 1, 2].flatMap((a) =>
    [0, 1, 2].filter((b) => b > a).map((b) => Math.hypot(few.x[a]! - few.x[b]!, few.y[a]! - few.y[b]!)),
  );
  expect(few.piles).toEqual([]);
  expect(Math.min(...distances)).toBeGreaterThan(6);
  const { x, piles } = place(500, 80);
  const drawn = x.filter((value) => !Number.isNaN(value)).length;
  expect(piles).toHaveLength(1);
  expect(drawn + (piles[0]?.hidden.length ?? 0)).toBe(500);
  expect(piles[0]?.members).toHaveLength(500);
});

test('points without a place are not drawn', () => {
  const { x, piles } = placePoints({
    x: Float64Array.of(Number.NaN, 3),
    y: Float64Array.of(1, 3),
    radius: Float32Array.of(5, 5),
    placeWidth: 0,
    placeHeight: 0,
  });
  expect([...x, piles.length]).toEqual([Number.NaN, 3, 0]);
});

test('the bubble under the pointer is found as by looking at all', () => {
  const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(places, fc.nat(300), fc.nat(300), (points, px, py) => {
      const x = Float32Array.from(points, ([at]) => at);
      const y = Float32Array.from(points, ([, at]) => at);
      const radius = new Float32Array(points.length).fill(9);
      const grid = makePointGrid({ x, y, radius, isFound: () => true });
      const distance = (point: number): number => Math.hypot(x[point]! - px, y[point]! - py);
      const found = grid.at(px, py, 0);
      const nearest = Math.min(...points.map((_, point) => distance(point)), Infinity);
      expect(found < 0 ? Infinity : distance(found)).toBe(nearest <= 9 ? nearest : Infinity);
      const box = { left: 50, top: 60, right: 200, bottom: 220 };
      const inside = points.flatMap(([left, top], point) =>
        left >= 50 && left <= 200 && top >= 60 && top <= 220 ? [point] : [],
      );
      expect(grid.inside(box).toSorted((a, b) => a - b)).toEqual(inside);
    }),
  );
});

test('an arrow key goes to the nearest bubble ahead', () => {
  const points = { x: [0, 10, 30, 12], y: [0, 2, 0, 40] };
  expect(['right', 'down', 'left', 'up'].map((to) => nextPoint(points, 0, to as 'left'))).toEqual([
    1, 3, -1, -1,
  ]);
  expect(nextPoint(points, 1, 'right')).toBe(2);
});

test('no title lies over another, over a foreign bubble, or outside', () => {
  const spots = fc.array(fc.tuple(fc.nat(380), fc.nat(280), fc.integer({ min: 3, max: 14 })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(spots, (places) => {
      const bubbles = places.map(([x, y, radius], point) => ({ point, x, y, radius }));
      const wishes = bubbles.map((bubble) => ({ ...bubble, width: 70 }));
      const labels = placeLabels(wishes, bubbles, { width: 400, height: 300, lineHeight: 14 });
      for (const [at, a] of labels.entries()) {
        expect(a.x >= 0 && a.x + a.width <= 400 && a.y >= 7 && a.y <= 293).toBe(true);
        for (const b of labels.slice(at + 1))
          expect(a.x + 70 <= b.x || b.x + 70 <= a.x || Math.abs(a.y - b.y) >= 14).toBe(true);
        const over = bubbles.filter(
          ({ point, x, y, radius }) =>
            point !== a.point &&
            x + radius > a.x &&
            x - radius < a.x + 70 &&
            y + radius > a.y - 7 &&
            y - radius < a.y + 7,
        );
        expect(over).toEqual([]);
      }
    }),
  );
});

test('zooming keeps what is under the pointer, and never leaves the plot', () => {
  const size = { width: 400, height: 300 };
  const all = { x: whole, y: whole };
  const closer = zoomWindow(all, size, { at: { x: 100, y: 150 }, factor: 2 });
  expect(closer).toEqual({ x: { start: 0.125, size: 0.5 }, y: { start: 0.25, size: 0.5 } });
  expect(panWindow(closer, size, { x: 10_000, y: -10_000 })).toEqual({
    x: { start: 0, size: 0.5 },
    y: { start: 0.5, size: 0.5 },
  });
  expect(zoomWindow(closer, size, { at: { x: 0, y: 0 }, factor: 0.01 })).toEqual(all);
  const fingers = {
    before: [
      { x: 100, y: 100 },
      { x: 200, y: 100 },
    ],
    after: [
      { x: 50, y: 100 },
      { x: 250, y: 100 },
    ],
  };
  expect(pinchWindow(all, size, fingers).x.size).toBeCloseTo(0.5);
});
