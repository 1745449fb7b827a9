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
};

/** Empty where there is nothing to tell. */
export function describeReport({ leftOut, notes }: ReadReport): string {
  return [...leftOut.map(describe), ...notes].join('\n');
}

function describe({ reason, count, examples }: LeftOut): string {
  const places = examples.join('; ') + (count > examples.length ? ' …' : '');
  return `Left out: ${count} ${count === 1 ? 'event' : 'events'} ${REASONS[reason]} (${places}).`;
}
