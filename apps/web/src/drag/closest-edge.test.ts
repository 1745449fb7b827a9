import { expect, test } from 'vitest';
import { closestSide, moveTarget } from './closest-edge.ts';

const box = { left: 100, top: 0, width: 40, height: 20 };

test('the nearer half decides', () => {
  expect(closestSide(box, { clientX: 119, clientY: 15 }, 'x')).toBe('before');
  expect(closestSide(box, { clientX: 119, clientY: 15 }, 'y')).toBe('after');
});

test('a moved item is counted out of the list it is dropped in', () => {
  expect([
    moveTarget(0, 2, 'before'),
    moveTarget(0, 2, 'after'),
    moveTarget(3, 1, 'before'),
    moveTarget(3, 1, 'after'),
  ]).toEqual([1, 2, 1, 2]);
});

test('dropping beside itself moves nothing', () => {
  expect([moveTarget(2, 2, 'after'), moveTarget(2, 1, 'after'), moveTarget(2, 3, 'before')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
