import type { ArithmeticNode } from '../ast.ts';
import { FIRST_DATE, LAST_DATE, lengthOf } from '../evaluate/dates.ts';
import { constant, sql, type Sql } from './sql.ts';

/** Months are added in the calendar, everything else to the milliseconds; outside the years 1 to 9999 is null. */
export function shiftSql(date: Sql, node: ArithmeticNode): Sql {
  if (node.right.type !== 'duration') return date;
  const length = lengthOf(node.right);
  const sign = node.operator === '-' ? -1 : 1;
  const moved =
    'months' in length
      ? sql`floor(extract(epoch from timestamp '1970-01-01' + ${date} * interval '1 millisecond' + make_interval(months => ${constant(sign * length.months)}::int)) * 1000)::float8`
      : sql`(${date} + ${constant(sign * length.milliseconds)})`;
  const [before, behind] = [constant(FIRST_DATE - 1), constant(LAST_DATE + 1)];
  return sql`nullif(nullif(least(greatest(${moved}, ${before}), ${behind}), ${behind}), ${before})`;
}
