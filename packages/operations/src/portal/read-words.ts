import { Refusal } from '@throughline/contract';
import { parseWellFormed } from '@throughline/model';

/** What somebody outside wrote, trimmed; refused with the name of the part when it is missing, too long or no text. */
export function readWords(
  part: string,
  given: string,
  { length, isRequired = false }: { readonly length: number; readonly isRequired?: boolean },
): string {
  const text = given.replaceAll('\r\n', '\n').trim();
  if (text === '' && isRequired) throw refuse(part, 'required', 'Please write something here.');
  const parsed = parseWellFormed(text, length);
  if (parsed.ok) return parsed.value;
  throw refuse(part, parsed.error.code, parsed.error.message);
}

function refuse(part: string, code: string, message: string): Refusal {
  return new Refusal('invalid_value', { message, details: { field: part, code } });
}
