import { expect, test } from 'vitest';
import { snoozeChoices } from './snooze.ts';

const choices = (now: Date) =>
  Object.fromEntries(
    snoozeChoices(now).map(({ id, at }) => [id, [at.getMonth() + 1, at.getDate(), at.getHours()]]),
  );

test('snoozing is offered until moments that people mean', () => {
  expect(choices(new Date(2026, 5, 30, 16, 30))).toEqual({
    Hours: [6, 30, 19],
    Tomorrow: [7, 1, 8],
    Monday: [7, 6, 8],
    Week: [7, 7, 8],
    Month: [7, 30, 8],
  });
});

test('Monday is the next one, on Sundays and Mondays too', () => {
  expect(choices(new Date(2026, 5, 28, 9))['Monday']).toEqual([6, 29, 8]);
  expect(choices(new Date(2026, 5, 29, 9))['Monday']).toEqual([7, 6, 8]);
});
