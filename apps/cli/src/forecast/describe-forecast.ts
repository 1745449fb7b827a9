import { formatTable } from '../flow/format.ts';
import type { Forecast } from './make-forecast.ts';

/** The answer first, then what it rests on. */
export function describeForecast(forecast: Forecast): string {
  const { history, unit, support, model } = forecast;
  const basis =
    model === 'calibrated'
      ? 'Ranges are as wide as this project’s own past forecasts needed them to be.'
      : `Drawn from the last ${unit}s as they were; promises of this kind break more often than they say.`;
  return [
    ...describeCount(forecast),
    ...describeTime(forecast),
    `Based on ${history.items} items done in ${history.periods} ${unit}s, ${history.from} up to ${history.until}; the last of them: ${history.last_12.join(' ')}.`,
    basis,
    ...support.notes.map(({ text }) => `Mind: ${text}`),
  ].join('\n');
}

function describeCount({ how_many: answer, unit }: Forecast): readonly string[] {
  if (answer === undefined) return [];
  const rows = Object.entries(answer.at_least).map(([chance, count]) => [chance, String(count)]);
  return [
    `In the next ${answer.periods} ${unit}s, until ${answer.until}:`,
    formatTable(['sure', 'items at least'], rows),
    '',
  ];
}

function describeTime({ when: answer, unit }: Forecast): readonly string[] {
  if (answer === undefined) return [];
  const rows = Object.entries(answer.periods).map(([chance, periods]) => [
    chance,
    periods === null ? 'not within ten years' : String(periods),
    answer.dates[chance] ?? '',
  ]);
  return [
    `${answer.items} items will be done:`,
    formatTable(['sure', `within ${unit}s`, 'that is, by'], rows),
    '',
  ];
}
