/** What a view keeps for its matrix. Anything may have been kept: what does not fit reads as left out. */
import type { Json } from '@throughline/base';
import { readFlag, readName, readNumberOr, readObject } from './read-kept.ts';

export type MatrixAxis = {
  /** Id of the field along it; null while nobody chose. */
  readonly field: string | null;
  readonly isReversed: boolean;
  /** Where the line stands, in the axis's values; null is the middle. */
  readonly line: number | null;
};

/** Top left, top right, bottom left, bottom right, as they are drawn while no axis is reversed. */
export type QuadrantNames = readonly [string, string, string, string];

export type MatrixSettings = {
  readonly x: MatrixAxis;
  readonly y: MatrixAxis;
  /** Id of a field, `none`, or null while nobody chose. */
  readonly size: string | null;
  readonly color: string | null;
  readonly hasLines: boolean;
  /** Null while nobody wrote them. */
  readonly names: QuadrantNames | null;
};

const longestName = 60;

export function parseMatrixSettings(kept: Json | undefined): MatrixSettings {
  const settings = readObject(kept);
  return {
    x: parseAxis(settings['x']),
    y: parseAxis(settings['y']),
    size: readName(settings['size']),
    color: readName(settings['color']),
    hasLines: readFlag(settings['hasLines'], true),
    names: parseNames(settings['names']),
  };
}

function parseAxis(kept: Json | undefined): MatrixAxis {
  const axis = readObject(kept);
  return {
    field: readName(axis['field']),
    isReversed: readFlag(axis['isReversed'], false),
    line: readNumberOr(axis['line'], null),
  };
}

function parseNames(kept: Json | undefined): QuadrantNames | null {
  if (!Array.isArray(kept)) return null;
  const name = (at: number): string => {
    const text: Json | undefined = kept[at];
    return typeof text === 'string' ? text.slice(0, longestName) : '';
  };
  return [name(0), name(1), name(2), name(3)];
}
