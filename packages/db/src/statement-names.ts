const MAX_NAMED = 256;
const MAX_COUNTED = 2_048;

export interface StatementNames {
  /** A name to prepare the text under, or undefined when it is not worth one. */
  nameOf(text: string): string | undefined;
}

/**
 * Names the statements that come again, so that PostgreSQL parses and plans them once per connection. Texts
 * made for one occasion, such as those of filters, stay unnamed: a connection keeps what it has prepared.
 */
export function makeStatementNames(): StatementNames {
  const names = new Map<string, string>();
  const seenOnce = new Set<string>();

  function nameOf(text: string): string | undefined {
    const known = names.get(text);
    if (known !== undefined || names.size >= MAX_NAMED) return known;
    if (!seenOnce.has(text)) {
      if (seenOnce.size >= MAX_COUNTED) seenOnce.clear();
      seenOnce.add(text);
      return undefined;
    }
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  }

  return { nameOf };
}
