/** The options of every command that needs to know when items were done. */
import { FlowRefusal, type DateOrder, type ItemColumns, type ItemPart } from '@throughline/flow';
import { Option, type Command } from 'commander';
import { addLogOptions, type LogOptions } from '../flow/log-options.ts';

/** Options of event logs, and those that only lists of items, or only stages, have. */
export function addItemOptions(command: Command): Command {
  return addLogOptions(command)
    .option(
      '--done <column>',
      'column of the date an item was done; in event logs, an activity that finishes a case',
    )
    .option('--created <column>', 'column of the date it was asked for')
    .option('--started <column>', 'column of the date work on it began')
    .option('--id <column>', 'column of its name')
    .option('--project <column>', 'column of the project or team')
    .addOption(
      new Option(
        '--stages <json>',
        'what stages are: {"todo": [names], "active": …, "waiting": …, "blocked": …, "done": …}',
      ),
    )
    .option('--category <attribute>', 'attribute that holds the category of the stage entered')
    .option('--keep-reopened', 'items opened again stay done, as of the last time they were')
    .option('--steps', 'take activities as steps that are done, not as stages an item moves into')
    .option('--only <project>', 'one project of the file')
    .option('--created-from <date>', 'only items created on or after this date')
    .option('--created-before <date>', 'only items created before this date');
}

const PARTS: readonly ItemPart[] = ['done', 'created', 'started', 'id', 'project'];

export function itemColumnsOf(options: LogOptions): ItemColumns {
  return Object.fromEntries(
    PARTS.flatMap((part) => (typeof options[part] === 'string' ? [[part, options[part]]] : [])),
  );
}

export function dateOrderOf(options: LogOptions): { readonly dateOrder?: DateOrder } {
  const order = options['dateOrder'];
  return order === 'day-first' || order === 'month-first' ? { dateOrder: order } : {};
}

/** Of an option with a text; empty where it was not given. */
export function textOf(options: LogOptions, name: string): string {
  const given = options[name];
  return typeof given === 'string' ? given : '';
}

/** Of an option such as `--by 2026-12-24`; undefined where it was not given. */
export function dateOf(options: LogOptions, name: string): number | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  const time = typeof given === 'string' && /^\d{4}-\d{2}-\d{2}/.test(given) ? Date.parse(given) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  throw refuseOption(name, given, 'a date such as 2026-12-24');
}

export type NumberBounds = { readonly least: number; readonly greatest: number };

/** Of an option such as `--items 30`: a whole number within bounds; undefined where it was not given. */
export function numberOf(
  options: LogOptions,
  name: string,
  { least, greatest }: NumberBounds,
): number | undefined {
  const given = options[name];
  if (given === undefined) return undefined;
  const value = Number(given);
  if (Number.isInteger(value) && value >= least && value <= greatest) return value;
  throw refuseOption(name, given, `a whole number from ${least} to ${greatest}`);
}

export function jsonOf<T>(options: LogOptions, name: string): T | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  try {
    return JSON.parse(given) as T;
  } catch {
    throw refuseOption(name, given, 'JSON');
  }
}

function refuseOption(name: string, given: unknown, wanted: string): FlowRefusal {
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new FlowRefusal('bad_option', {
    message: `--${flag} “${String(given)}” is not ${wanted}.`,
    why: '',
    fix: `Give ${wanted}, or leave the option out.`,
  });
}
