import type { Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { parseBlueprint, type Blueprint, type Model } from '@throughline/model';
import { parseQuery } from '@throughline/view';

/** A blueprint from outside, in its normal form; a refusal names the part that cannot be read. */
export function mustBlueprint(model: Model, input: Json): Blueprint {
  const parsed = parseBlueprint(model, input);
  if (!parsed.ok) throw unreadable(parsed.error.message, parsed.error);
  for (const [index, { name, query }] of parsed.value.views.entries()) {
    const read = parseQuery(query);
    if (read.ok) continue;
    const { code, path, message } = read.error;
    throw unreadable(`The view “${name}”: ${message}`, { code, path: `views.${index}.query.${path}` });
  }
  return parsed.value;
}

function unreadable(
  message: string,
  { code, path }: { readonly code: string; readonly path: string },
): Refusal {
  return new Refusal('invalid_value', {
    message,
    fix: 'Correct the part that is named, or leave it out.',
    details: { field: 'blueprint', code, path },
  });
}
