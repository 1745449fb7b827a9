import { LARGEST, SMALLEST } from '../evaluate/reckon.ts';
import { constant, sql, type Sql } from './sql.ts';

/** As `tame` in reckon.ts, computing the value once. */
export function tame(value: Sql): Sql {
  const [most, least, smallest] = [constant(LARGEST), constant(-LARGEST), constant(SMALLEST)];
  return sql`(nullif(nullif(least(greatest(${value}, ${least}), ${most}), ${most}), ${least}) + ${smallest} - ${smallest})`;
}
