/** What no input may hold, wherever it goes: more levels than anybody needs, and characters that are no text. */
import { Refusal } from '@throughline/contract';
import { LIMITS, parseWellFormed } from '@throughline/model';

/** Refuses values nested too deep, NUL and lone surrogates, naming the place. Does not recurse. */
export function checkInput(input: unknown): void {
  const waiting: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: input, path: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string') checkText(value, path);
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= LIMITS.jsonDepth) throw tooDeep();
    for (const [key, inner] of Object.entries(value)) {
      checkText(key, path);
      if (typeof inner === 'string') checkText(inner, path === '' ? key : path);
      else if (typeof inner === 'object' && inner !== null)
        waiting.push({ value: inner, path: path === '' ? key : path, depth: depth + 1 });
    }
  }
}

function checkText(text: string, path: string): void {
  const parsed = parseWellFormed(text, Number.POSITIVE_INFINITY);
  if (parsed.ok) return;
  const field = path.slice(0, 60);
  throw new Refusal('invalid_value', {
    message: `${field === '' ? 'The request' : field}: ${parsed.error.message}`,
    details: { field, code: parsed.error.code },
  });
}

function tooDeep(): Refusal {
  return new Refusal('too_large', { message: `The JSON is nested deeper than ${LIMITS.jsonDepth} levels.` });
}
