/** Lists of items in JSON as tables: what REST interfaces answer, arrays of objects, JSON lines. */
import { encodeText } from '../read/decode-text.ts';

type Fields = Readonly<Record<string, unknown>>;

/** How deep values are taken from: `fields.project.key`. */
const DEPTH = 3;
/** What tells a list of events, or of items with them, from one of items alone. */
const HISTORY = ['changelog', 'timeline', 'timeline_items', 'events'];

/** The same list as CSV, a row a record, columns named by the path of their values; null where it is no list of items. */
export function csvOfJson(text: string): Uint8Array | null {
  const records = findRecords(text);
  if (records === null || records.length === 0) return null;
  if (records.some((record) => HISTORY.some((name) => name in record))) return null;
  const rows = records.map((record) => flatten(record));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const lines = rows.map((row) => columns.map((column) => quote(row.get(column) ?? '')).join(','));
  return encodeText([columns.map(quote).join(','), ...lines].join('\n'));
}

/** An array, the first array in an object (`issues`, `items`, `values`), or a record a line. */
function findRecords(text: string): readonly Fields[] | null {
  const whole = parse(text);
  if (whole === undefined) {
    const lines = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(parse);
    return lines.every(isFields) ? lines.map(unwrap) : null;
  }
  const list = Array.isArray(whole)
    ? whole
    : Object.values(whole ?? {}).find((value) => Array.isArray(value));
  if (Array.isArray(list) && list.every(isFields)) return list.map(unwrap);
  return null;
}

/** `{"type": "issue", "issue": {…}}` is the issue. */
function unwrap(record: Fields): Fields {
  const { type } = record;
  const nested = typeof type === 'string' ? record[type] : undefined;
  return isFields(nested) ? nested : record;
}

function flatten(record: Fields, path = '', depth = DEPTH): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    const key = path === '' ? name : `${path}.${name}`;
    if (isFields(value)) {
      if (depth > 1) for (const [inner, text] of flatten(value, key, depth - 1)) cells.set(inner, text);
    } else if (typeof value === 'string' || typeof value === 'number') cells.set(key, String(value));
  }
  return cells;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quote(text: string): string {
  return /[",\n\r;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
