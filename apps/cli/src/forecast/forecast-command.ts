/** `throughline forecast FILE --items N | --by DATE | --weeks N`. */
import { DAY, FlowRefusal, makeHistory, WEEK, type History, type ItemList } from '@throughline/flow';
import type { Command } from 'commander';
import type { LogOptions } from '../flow/log-options.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { describeForecast } from './describe-forecast.ts';
import { addItemOptions, dateOf, jsonOf, numberOf } from './item-options.ts';
import { makeForecast, type Question } from './make-forecast.ts';
import { openItems } from './open-items.ts';

const MOST = { least: 1, greatest: 1_000_000 };

export function addForecastCommand(program: Command): Command {
  const command = addItemOptions(program.command('forecast'))
    .argument('<file>', 'list of items with done dates, changes of status, or events; .gz too')
    .description('Say how many items will be done by a date, or when so many will be, and how sure that is')
    .option('--items <n>', 'when will so many items be done?')
    .option('--by <date>', 'how many will be done by a date?')
    .option('--weeks <n>', 'how many in so many weeks?')
    .option('--days <n>', 'how many in so many days? With --unit day')
    .option('--sure <percentages>', 'such as [50, 85, 95]', '[50, 70, 85, 95]')
    .option('--model <name>', 'calibrated; plain draws from past periods as they were (days: always plain)')
    .option('--unit <unit>', 'week or day', 'week')
    .option('--window <n>', 'periods the plain model draws from (12 weeks, 30 days)')
    .option('--days-off <json>', 'dates without work, past and to come: ["2026-12-24", "2026-12-25"]')
    .option('--from <date>', 'leave out what was done before')
    .option(
      '--as-of <date>',
      'forecast from this date, with what was done before it; else from the end of the file',
    );
  return command.action(runFlow(forecast));
}

async function forecast({ args, options, output, signal }: FlowCall): Promise<void> {
  const question = questionOf(options);
  const { items, leftOut } = await openItems(args[0] ?? '', options, { signal });
  const { history, running } = historyOf(items, options, question.unit);
  const answer = makeForecast(history, question);
  const projects = items.projects.filter((name) => name !== '');
  const note =
    projects.length > 1 && typeof options['only'] !== 'string'
      ? [
          `All ${projects.length} projects of the file together; --only NAME takes one: ${projects.slice(0, 8).join(', ')}.`,
        ]
      : [];
  const left =
    running === 0 ? [] : [`Left out: ${running} items of the ${question.unit} that was still running.`];
  output.result({ ...answer, ...(leftOut.length === 0 ? {} : { left_out: leftOut }) }, (told) =>
    [describeForecast(told), ...note, ...left].join('\n'),
  );
}

function questionOf(options: LogOptions): Question {
  const unit = oneOf(options, 'unit', ['week', 'day'] as const);
  const model = unit === 'day' ? 'plain' : oneOf(options, 'model', ['calibrated', 'plain'] as const);
  const items = numberOf(options, 'items', MOST);
  const by = dateOf(options, 'by');
  const periods = numberOf(options, unit === 'week' ? 'weeks' : 'days', { least: 1, greatest: 520 });
  if (items === undefined && by === undefined && periods === undefined)
    throw new FlowRefusal('bad_option', {
      message: 'What is to be forecast?',
      why: '',
      fix: 'Add --items N, --by DATE or --weeks N.',
    });
  return {
    unit,
    model,
    chances: chancesOf(options),
    datesOff: datesOffOf(options),
    window: numberOf(options, 'window', { least: 1, greatest: 520 }) ?? (unit === 'week' ? 12 : 30),
    ...(items === undefined ? {} : { items }),
    ...(by === undefined ? {} : { by }),
    ...(periods === undefined ? {} : { periods }),
  };
}

function chancesOf(options: LogOptions): readonly number[] {
  const given = jsonOf<unknown>(options, 'sure');
  const isFit =
    Array.isArray(given) && given.every((each) => typeof each === 'number' && each > 0 && each < 100);
  if (isFit) return (given as readonly number[]).toSorted((a, b) => a - b).map((each) => each / 100);
  throw new FlowRefusal('bad_option', {
    message: '--sure is not a list of percentages.',
    why: 'Each lies between 0 and 100, without either.',
    fix: "Such as --sure '[50, 85, 95]'.",
  });
}

function datesOffOf(options: LogOptions): readonly string[] {
  const given = jsonOf<unknown>(options, 'daysOff') ?? [];
  const isFit =
    Array.isArray(given) &&
    given.every((each) => typeof each === 'string' && !Number.isNaN(Date.parse(each)));
  if (isFit) return given as readonly string[];
  throw new FlowRefusal('bad_option', {
    message: '--days-off is not a list of dates.',
    why: '',
    fix: 'Such as --days-off \'["2026-12-24", "2026-12-25"]\'.',
  });
}

function oneOf<T extends string>(options: LogOptions, name: string, values: readonly [T, ...T[]]): T {
  const given = options[name] ?? values[0];
  const value = values.find((each) => each === given);
  if (value !== undefined) return value;
  throw new FlowRefusal('bad_option', {
    message: `--${name} is none of ${values.join(', ')}.`,
    why: '',
    fix: 'Choose one of them, or leave the option out.',
  });
}

type KnownHistory = {
  readonly history: History;
  /** Items of a period that had not ended. */ readonly running: number;
};

/** Whole periods up to the moment of the forecast: one that is still running would look slow. */
function historyOf(items: ItemList, options: LogOptions, unit: 'week' | 'day'): KnownHistory {
  const period = unit === 'week' ? WEEK : DAY;
  const asOf = dateOf(options, 'asOf') ?? endOfFile(items);
  const from = dateOf(options, 'from');
  const times = items.done.filter((time) => time < asOf && time >= (from ?? Number.NEGATIVE_INFINITY));
  const whole = makeHistory(times, { period, to: asOf - 1, ...(from === undefined ? {} : { from }) });
  const last = whole.start + (whole.counts.length - 1) * period;
  if (whole.counts.length === 0 || last + period <= asOf) return { history: whole, running: 0 };
  return { history: { ...whole, counts: whole.counts.slice(0, -1) }, running: whole.counts.at(-1) ?? 0 };
}

/**
 * The end of the day on which the file last says that anything happened; of the week, where that is a Friday or later:
 * few work at weekends.
 */
function endOfFile({ created, started, done }: ItemList): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const column of [created, started, done]) for (const time of column) if (time > last) last = time;
  const day = Math.floor(last / DAY);
  // Thursday 1 January 1970 is day 0.
  const weekday = (day + 3) % 7;
  return (day + (weekday >= 4 ? 7 - weekday : 1)) * DAY;
}
