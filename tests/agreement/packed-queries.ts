import type { Queryable } from '@throughline/db';
import type { SqlText } from '@throughline/view';

export type Row = Readonly<Record<string, unknown>>;

/** Answers many statements in one roundtrip, each as its list of rows. */
export async function queryPacked(
  db: Queryable,
  statements: readonly SqlText[],
): Promise<readonly (readonly Row[])[]> {
  const values: unknown[] = [];
  const parts = statements.map(({ text, values: own }, index) => {
    const shift = values.length;
    values.push(...own);
    const moved = text.replaceAll(/\$(\d+)/g, (_all, number: string) => `$${Number(number) + shift}`);
    return `(select coalesce(json_agg(row_to_json(q${index})), '[]') from (${moved}) as q${index})`;
  });
  const { rows } = await db.query<{ answers: Row[][] }>(
    `select json_build_array(${parts.join(', ')}) as answers`,
    values,
  );
  return rows[0]?.answers ?? [];
}
