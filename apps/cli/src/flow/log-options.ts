/** The options of every command that reads an event log. */
import { readFileSync } from 'node:fs';
import {
  FlowRefusal,
  type Columns,
  type DateOrder,
  type LogFormat,
  type ReadOptions,
  type Role,
} from '@throughline/flow';
import type { Command } from 'commander';

export type LogOptions = Readonly<Record<string, unknown>>;

const ROLES: readonly Role[] = ['case', 'activity', 'time', 'start', 'lifecycle', 'resource'];
const FORMATS: readonly LogFormat[] = ['xes', 'csv', 'jira-csv', 'jira-json', 'github-json'];
const DATE_ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];

export function addLogOptions(command: Command): Command {
  return command
    .option('--case <column>', 'column or key that names the case; guessed when left out')
    .option('--activity <column>', 'column or key that names the activity')
    .option('--time <column>', 'column or key of the time an event happened or its work ended')
    .option('--start <column>', 'column or key of the time its work began')
    .option('--lifecycle <column>', 'column or key of the lifecycle transition')
    .option('--resource <column>', 'column or key of who did it')
    .option('--filter <json>', 'a JSON list of filters, or @FILE; see docs/flow.md')
    .option('--zone <zone>', 'time zone of times that have none, such as Europe/Berlin (UTC)')
    .option(
      '--date-order <order>',
      `${DATE_ORDERS.join(' or ')}, for dates such as 03/04/2020; found out when left out`,
    )
    .option('--format <format>', `${FORMATS.join(', ')}; guessed when left out`)
    .option('--json', 'print the result as JSON, and nothing else');
}

export function readOptionsOf(options: LogOptions): ReadOptions {
  const columns: Columns = Object.fromEntries(
    ROLES.flatMap((role) => (typeof options[role] === 'string' ? [[role, options[role]]] : [])),
  );
  return {
    columns,
    ...oneOf(options, { option: 'format', key: 'format', of: FORMATS }),
    ...oneOf(options, { option: 'dateOrder', key: 'dateOrder', of: DATE_ORDERS }),
    ...(typeof options['zone'] === 'string' ? { zone: options['zone'] } : {}),
  };
}

type Choice<Key extends string, Value extends string> = {
  readonly option: string;
  readonly key: Key;
  readonly of: readonly Value[];
};

function oneOf<Key extends string, Value extends string>(
  options: LogOptions,
  { option, key, of }: Choice<Key, Value>,
): Partial<Record<Key, Value>> {
  const given = options[option];
  if (given === undefined) return {};
  const value = of.find((each) => each === given);
  if (value !== undefined) return { [key]: value } as Partial<Record<Key, Value>>;
  throw new FlowRefusal('bad_option', {
    message: `${JSON.stringify(given)} is none of ${of.join(', ')}.`,
    why: '',
    fix: 'Choose one of them, or leave the option out.',
  });
}

/** The text of `--filter`, from the file it names with `@`. */
export function filterText(options: LogOptions): string | null {
  const { filter } = options;
  if (typeof filter !== 'string') return null;
  return filter.startsWith('@') ? readFileSync(filter.slice(1), 'utf8') : filter;
}
