/** What a verdict keeps of a scoring session. What has another shape reads as nothing. */
import { readNumber, readText } from '../../fields/read-value.ts';

export interface GivenScore {
  /** Undefined in an anonymous session. */
  readonly person: string | undefined;
  readonly value: unknown;
  readonly note: string;
}

export interface ScoredTurn {
  /** How many answered. */
  readonly people: number;
  readonly of: (field: string) => readonly GivenScore[];
}

export interface MadeAgreement {
  /** By field id. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly at: string;
  readonly act: string;
}

/** The oldest first. */
export function parseTurns(turns: unknown): readonly ScoredTurn[] {
  return listOf(turns).map(({ people, scores }) => ({
    people: readNumber(people) ?? 0,
    of: (field) =>
      listOf(objectOf(scores)[field]).map(({ person, value, note }) => ({
        person: typeof person === 'string' ? person : undefined,
        value,
        note: readText(note),
      })),
  }));
}

/** The oldest first. */
export function parseAgreements(agreements: unknown): readonly MadeAgreement[] {
  return listOf(agreements).map(({ values, by, at, act }) => ({
    values: objectOf(values),
    by: readText(by),
    at: readText(at),
    act: readText(act),
  }));
}

type Parts = Readonly<Record<string, unknown>>;

function objectOf(value: unknown): Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Parts) : {};
}

function listOf(value: unknown): readonly Parts[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}
