/** The rows of a list as ranges: a heading each, where there are groups, and records unless folded. */
import type { Cell } from '@throughline/model';
import { isContext, isFolded, isParent, type NestedRows } from './nested-rows.ts';
import type { RowGroup } from './live-rows.ts';
import type { ListRecordRow } from './list-model.ts';

export interface Heading {
  readonly type: 'heading';
  readonly start: number;
  readonly key: string;
  /** Of this group and those it stands in. */
  readonly keys: readonly Cell[];
  readonly isCollapsed: boolean;
}

export interface Body {
  readonly type: 'body';
  readonly start: number;
  readonly length: number;
  readonly group: RowGroup;
  readonly nested: NestedRows | undefined;
}

export type Section = Heading | Body;

export interface SectionParts {
  readonly groups: readonly RowGroup[];
  /** How many fields the list is grouped by. */
  readonly levels: number;
  /** Keys of groups that are folded. */
  readonly collapsed: ReadonlySet<string>;
  /** Absent where records do not stand under their parents. */
  readonly nest: ((group: RowGroup) => NestedRows) | undefined;
}

export function groupKey(keys: readonly Cell[]): string {
  return JSON.stringify(keys);
}

export function makeSections({ groups, levels, collapsed, nest }: SectionParts): readonly Section[] {
  const sections: Section[] = [];
  let start = 0;
  let above: readonly string[] = [];
  for (const group of groups) {
    const path = Array.from({ length: levels }, (_, level) => groupKey(group.keys.slice(0, level + 1)));
    const foldedAt = path.findIndex((key) => collapsed.has(key));
    const shown = foldedAt < 0 ? levels : foldedAt + 1;
    for (const [level, key] of path.slice(0, shown).entries()) {
      if (above[level] === key) continue;
      const keys = group.keys.slice(0, level + 1);
      sections.push({ type: 'heading', start, key, keys, isCollapsed: level === foldedAt });
      start += 1;
    }
    above = path;
    if (foldedAt >= 0) continue;
    const nested = nest?.(group);
    const length = nested?.rows.length ?? group.count;
    sections.push({ type: 'body', start, length, group, nested });
    start += length;
  }
  return sections;
}

export function countRows(sections: readonly Section[]): number {
  const last = sections.at(-1);
  if (last === undefined) return 0;
  return last.start + (last.type === 'heading' ? 1 : last.length);
}

/** The section that a row is in; undefined past the end. */
export function sectionAt(sections: readonly Section[], index: number): Section | undefined {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle] as Section).start <= index) low = middle + 1;
    else high = middle;
  }
  const found = sections[low - 1];
  // An empty body begins where the next section does.
  return found?.type === 'body' && found.length === 0 ? sections[low - 2] : found;
}

/** `idOf` names the store's rows. */
export function recordRowAt(
  { group, nested, start }: Body,
  index: number,
  idOf: (row: number) => string,
): ListRecordRow {
  const [at, groups] = [index - start, group.keys.length];
  if (nested === undefined)
    return { type: 'record', id: group.idAt(at) ?? '', level: groups, depth: 0, isContext: false };
  const [depth, mark] = [nested.depths[at] ?? 0, nested.marks[at] ?? 0];
  return {
    type: 'record',
    id: idOf(nested.rows[at] ?? -1),
    level: groups + depth,
    depth,
    isContext: (mark & isContext) > 0,
    fold: (mark & isParent) === 0 ? undefined : (mark & isFolded) > 0 ? 'folded' : 'open',
  };
}
