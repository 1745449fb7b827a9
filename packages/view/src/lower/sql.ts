/** SQL as data: text and parameters stay apart until the end, so no value can become text. */
export type Sql = { readonly pieces: readonly (string | Parameter)[] };
export type Parameter = { readonly value: ParameterValue };
export type ParameterValue = string | number | boolean | null | readonly string[] | readonly number[];

/** What a driver takes: `$1`, `$2` … stand for the values. */
export type SqlText = { readonly text: string; readonly values: readonly ParameterValue[] };

/** Only other SQL may be put in; values go through `param`, names through `name`. */
export function sql(strings: TemplateStringsArray, ...parts: readonly Sql[]): Sql {
  const pieces: (string | Parameter)[] = [strings[0] as string];
  for (const [index, part] of parts.entries()) pieces.push(...part.pieces, strings[index + 1] as string);
  return { pieces };
}

export type SqlType = 'text' | 'float8' | 'boolean' | 'date' | 'timestamptz' | 'text[]' | 'float8[]' | 'int8';

/** A value as a parameter of a type. */
export function param(value: ParameterValue, type: SqlType): Sql {
  return { pieces: [{ value }, `::${type}`] };
}

/** A quoted identifier. */
export function name(identifier: string): Sql {
  return { pieces: [`"${identifier.replaceAll('"', '""')}"`] };
}

/** A field's id inside a JSON column: as text in the statement, so that indexes on it are found. */
export function jsonKey(id: string): Sql {
  return { pieces: [`'${id.replaceAll("'", "''")}'`] };
}

/** A number of our own, never of a user. */
export function constant(value: number): Sql {
  return { pieces: [`'${value}'::float8`] };
}

export function joinSql(parts: readonly Sql[], separator: ', ' | ' and ' | ' or ' | ' '): Sql {
  return {
    pieces: parts.flatMap((part, index) => (index === 0 ? part.pieces : [separator, ...part.pieces])),
  };
}

/** The text with its values written out, for what a database keeps: indexes, functions. */
export function toLiteral({ pieces }: Sql): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : literalOf(piece.value))).join('');
}

function literalOf(value: ParameterValue): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return quoteText(String(value));
  return quoteText(`{${value.map((each) => `"${String(each).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`);
}

/** The same under every setting of the database: where there are backslashes it is told how they are meant. */
function quoteText(text: string): string {
  const quoted = text.replaceAll("'", "''");
  return text.includes('\\') ? ` E'${quoted.replaceAll('\\', '\\\\')}'` : `'${quoted}'`;
}

/** A parameter that stands in several places keeps one number, as `group by` needs to see equal expressions. */
export function toText(statement: Sql): SqlText {
  const numbers = new Map<Parameter, number>();
  const values: ParameterValue[] = [];
  const numberOf = (parameter: Parameter): number => {
    const number = numbers.get(parameter) ?? values.push(parameter.value);
    numbers.set(parameter, number);
    return number;
  };
  const text = statement.pieces
    .map((piece) => (typeof piece === 'string' ? piece : `$${numberOf(piece)}`))
    .join('');
  return { text, values };
}
