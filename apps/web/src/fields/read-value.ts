import { precisions, type DateRange } from '@throughline/ui';

/** Readers of stored JSON. What has another shape reads as nothing. */

export function readText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

export function readNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function readTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** An amount in the currency's smallest unit: 1250 USD is $12.50. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

export function readMoney(value: unknown): Money | null {
  const amount = readNumber(property(value, 'amount'));
  const currency = readText(property(value, 'currency'));
  return amount === null || currency === '' ? null : { amount, currency };
}

export function readDateRange(value: unknown): DateRange | null {
  const start = readText(property(value, 'start'));
  const end = readText(property(value, 'end'));
  const precision = precisions.find((name) => name === property(value, 'precision'));
  return start === '' || end === '' || precision === undefined ? null : { start, end, precision };
}

export interface LinkValue {
  readonly url: string;
  readonly title?: string;
}

export function readLink(value: unknown): LinkValue | null {
  const url = readText(property(value, 'url'));
  const title = readText(property(value, 'title'));
  if (url === '') return null;
  return title === '' ? { url } : { url, title };
}

export interface Votes {
  readonly total: number;
  /** How many of them are the reader's own. */
  readonly mine: number;
  /** What is left of the reader's budget, where there is one. */
  readonly left?: number;
}

export function readVotes(value: unknown): Votes {
  const total = readNumber(value) ?? readNumber(property(value, 'total')) ?? 0;
  const left = readNumber(property(value, 'left'));
  return { total, mine: readNumber(property(value, 'mine')) ?? 0, ...(left !== null && { left }) };
}

export interface ReactionCount {
  readonly emoji: string;
  readonly count: number;
  readonly mine: boolean;
}

export function readReactions(value: unknown): readonly ReactionCount[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const emoji = readText(property(item, 'emoji'));
    const count = readNumber(property(item, 'count')) ?? 0;
    return emoji === '' || count <= 0 ? [] : [{ emoji, count, mine: property(item, 'mine') === true }];
  });
}

/** Only web and mail addresses become links: a stored `javascript:` stays text. */
export function isSafeUrl(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
