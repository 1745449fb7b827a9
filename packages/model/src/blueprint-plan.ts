/** What the fields of a blueprint would be in a space that has fields already: nothing there is changed but options added. */
import { foldText } from '@throughline/base';
import type { FieldPart } from './blueprint.ts';
import type { Field, Option } from './field.ts';

export type FieldPlan = {
  readonly part: FieldPart;
  /** `more`: the space has the field and takes on options; `renamed`: another field has its key. */
  readonly outcome: 'new' | 'there' | 'more' | 'renamed';
  /** What the field has for a key there. */
  readonly key: string;
  /** The field that is there already. */
  readonly field: Field | undefined;
  /** Options that the field does not have, by key or name. */
  readonly missing: readonly Option[];
};

export type PlanPlace = {
  /** The fields of an entity that the space offers. */
  readonly offered: (entity: string) => readonly Field[];
  /** Whether any field of an entity has the key, in whatever space. */
  readonly isTaken: (entity: string, key: string) => boolean;
};

export function planFields(parts: readonly FieldPart[], place: PlanPlace): readonly FieldPlan[] {
  const given = new Set(parts.map(({ entity, key }) => `${entity} ${key}`));
  const freeKey = ({ entity, key }: FieldPart): string => {
    const isTaken = (each: string): boolean => place.isTaken(entity, each) || given.has(`${entity} ${each}`);
    const free = freeFieldKey(key, isTaken);
    given.add(`${entity} ${free}`);
    return free;
  };
  return parts.map((part) => {
    const { entity, key, type } = part;
    const field = place.offered(entity).find((each) => each.key === key);
    if (field !== undefined && field.type === type) {
      const missing = missingOptions(part, field);
      return { part, outcome: missing.length === 0 ? 'there' : 'more', key, field, missing };
    }
    const isTaken = field !== undefined || place.isTaken(entity, key);
    const rest = { part, field: undefined, missing: [] };
    return isTaken ? { ...rest, outcome: 'renamed', key: freeKey(part) } : { ...rest, outcome: 'new', key };
  });
}

/** The key for a field whose own is taken: `effort_2`. */
export function freeFieldKey(key: string, isTaken: (key: string) => boolean): string {
  for (let number = 2; ; number++) {
    const free = `${key.slice(0, 55)}_${number}`;
    if (!isTaken(free)) return free;
  }
}

function missingOptions({ config }: FieldPart, field: Field): readonly Option[] {
  return (config.options ?? []).filter((option) => sameOption(field, option) === undefined);
}

/** The option of a field that stands for one of a blueprint: of the same key, else of the same name. */
export function sameOption({ config }: Pick<Field, 'config'>, { key, name }: Option): Option | undefined {
  const options = config.options ?? [];
  return (
    options.find((option) => option.key === key) ??
    options.find((option) => foldText(option.name) === foldText(name))
  );
}
