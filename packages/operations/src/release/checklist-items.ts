/** What a checklist holds. */
import { textOf, type Json } from '@throughline/base';
import { Refusal } from '@throughline/contract';
import { parseWellFormed } from '@throughline/model';

export type ChecklistItem = {
  readonly title: string;
  readonly department?: string;
  /** Due so many days after the day the release is planned for; before it where it is negative. */
  readonly days?: number;
};

const MOST_ITEMS = 100;
/** Either way from the planned day. */
const MOST_DAYS = 365;

/** What is asked of the departments for most releases. */
export const STANDARD_ITEMS: readonly ChecklistItem[] = [
  { title: 'Write the changelog entry', department: 'Product', days: -3 },
  { title: 'Update the documentation', department: 'Documentation', days: -3 },
  { title: 'Check pricing, terms and translations', department: 'Product', days: -5 },
  { title: 'Prepare the announcement and pictures', department: 'Marketing', days: -7 },
  { title: 'Brief the sales team: what it is, and for whom', department: 'Sales', days: -5 },
  { title: 'Brief support: known limits and likely questions', department: 'Support', days: -3 },
  { title: 'Announce it', department: 'Marketing', days: 0 },
  { title: 'Tell the customers who asked for it', department: 'Product', days: 1 },
  { title: 'Look at how it is used, and what is said', department: 'Product', days: 14 },
];

/** Refuses what is no list of items. */
export function mustItems(given: Json | undefined): readonly ChecklistItem[] {
  if (!Array.isArray(given) || given.length === 0 || given.length > MOST_ITEMS)
    throw refuse(`A checklist has 1 to ${MOST_ITEMS} items.`);
  return given.map(mustItem);
}

function mustItem(given: Json): ChecklistItem {
  const { title, department, days } = isObject(given) ? given : {};
  const named = parseWellFormed(title ?? null, 300);
  const whose = department === undefined ? undefined : parseWellFormed(department, 100);
  if (!named.ok || named.value.trim() === '' || whose?.ok === false)
    throw refuse('An item has a title of at most 300 characters, and a department of at most 100.');
  if (days !== undefined && !isDays(days))
    throw refuse(
      `Days are whole, at most ${MOST_DAYS} before or after. ${textOf(days).slice(0, 20)} are not.`,
    );
  return {
    title: named.value.trim(),
    ...(whose === undefined ? {} : { department: whose.value }),
    ...(days === undefined ? {} : { days }),
  };
}

function isObject(given: Json): given is { readonly [key: string]: Json } {
  return typeof given === 'object' && given !== null && !Array.isArray(given);
}

function isDays(given: Json): given is number {
  return Number.isInteger(given) && Math.abs(Number(given)) <= MOST_DAYS;
}

function refuse(message: string): Refusal {
  return new Refusal('invalid_value', {
    message,
    fix: 'Give [{"title": "…", "department": "…", "days": -3}, …].',
    details: { field: 'items', code: 'not_items' },
  });
}
