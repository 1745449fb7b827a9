/** The result that a closed round keeps. What has another shape reads as nothing. */
import type { Json } from '@throughline/base';
import { readNumber, readText } from '../../fields/read-value.ts';

export interface RoundItem {
  readonly record: string;
  readonly total: number;
  readonly spread: readonly { readonly points: number; readonly people: number }[];
  readonly notes: readonly { readonly text: string; readonly person?: string }[];
}

export function parseRoundResult(result: Json | undefined): {
  readonly voters: number;
  readonly items: readonly RoundItem[];
} {
  const { voters, items } = objectOf(result);
  return {
    voters: readNumber(voters) ?? 0,
    items: listOf(items).map(({ record, total, spread, notes }) => ({
      record: readText(record),
      total: readNumber(total) ?? 0,
      spread: listOf(spread).map((each) => ({
        points: readNumber(each['points']) ?? 0,
        people: readNumber(each['people']) ?? 0,
      })),
      notes: listOf(notes).map(({ text, person }) => ({
        text: readText(text),
        ...(typeof person === 'string' && { person }),
      })),
    })),
  };
}

type JsonRecord = Readonly<Record<string, Json>>;

function objectOf(value: Json | undefined): JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : {};
}

function listOf(value: Json | undefined): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map((each) => objectOf(each as Json)) : [];
}
