/** What a reader left out or assumed, in words. */
import type { LeftOut, LeftOutReason, ReadReport } from '@throughline/flow';

const REASONS: Readonly<Record<LeftOutReason, string>> = {
  no_time: 'without a time',
  bad_time: 'with a time that cannot be read',
  no_case: 'without a case',
  no_activity: 'without an activity',
  nul_byte: 'with a NUL byte',
  quote_not_closed: 'with a quote that is never closed',
  no_status_change: 'without a change of status',
  bad_row: 'whose values cannot be read',
};

/** Empty where there is nothing to tell. `what` is one of what was left out. */
export function describeReport(
  { leftOut, notes }: Pick<ReadReport, 'leftOut' | 'notes'>,
  what = 'event',
): string {
  return [...leftOut.map((each) => describe(each, what)), ...notes].join('\n');
}

function describe({ reason, count, examples }: LeftOut, what: string): string {
  const places = examples.join('; ') + (count > examples.length ? ' …' : '');
  return `Left out: ${count} ${count === 1 ? what : `${what}s`} ${REASONS[reason]} (${places}).`;
}
