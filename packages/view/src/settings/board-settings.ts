/** What a view keeps for its board. */
import type { Json } from '@throughline/base';
import { readInteger, readNames } from './kept-lists.ts';
import { readFlag, readName, readObject, readOneOf } from './read-kept.ts';

export interface BoardSettings {
  /** The field that makes swim lanes; null for none. */
  readonly lanes: string | null;
  /** Keys of lanes that are folded, behind the lanes' field: `team ["team_1"]`. */
  readonly foldedLanes: readonly string[];
  /** Keys of columns that are folded, behind the columns' field: `status ["now"]`. */
  readonly foldedColumns: readonly string[];
  /** How many cards a column should have at most, by the same keys. */
  readonly limits: Readonly<Record<string, number>>;
  /** The numeric field that columns sum up. */
  readonly sum: string | null;
  readonly card: 'compact' | 'detailed';
  /** Fields on the cards; null: those the view shows. */
  readonly fields: readonly string[] | null;
  /** The field that colours cards. */
  readonly color: string | null;
  readonly hideEmpty: boolean;
}

/** More says nothing, and is a slip of the keyboard. */
const mostLimit = 9999;

/** Tolerant: what cannot be read is as if nothing had been kept. */
export function parseBoardSettings(kept: Json | undefined): BoardSettings {
  const settings = readObject(kept);
  return {
    lanes: readName(settings['lanes']),
    foldedLanes: readNames(settings['foldedLanes']),
    foldedColumns: readNames(settings['foldedColumns']),
    limits: readLimits(settings['limits']),
    sum: readName(settings['sum']),
    card: readOneOf(settings['card'], ['compact', 'detailed'], 'detailed'),
    fields: Array.isArray(settings['fields']) ? readNames(settings['fields']) : null,
    color: readName(settings['color']),
    hideEmpty: readFlag(settings['hideEmpty'], false),
  };
}

function readLimits(kept: Json | undefined): Readonly<Record<string, number>> {
  const limits = Object.entries(readObject(kept)).flatMap(([key, value]) => {
    const limit = readInteger(value, [0, mostLimit]);
    return limit === null ? [] : [[key, limit] as const];
  });
  return Object.fromEntries(limits);
}
