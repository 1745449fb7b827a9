/** A field as the import sees it: one that exists or will, with the options its values have asked for so far. */
import { foldText, ownValue } from '@throughline/base';
import { LIMITS, makeOptionKey, type Field, type Option } from '@throughline/model';
import { guessCategory } from './guess-type.ts';

export type PlannedField = {
  readonly field: () => Field;
  readonly isNew: boolean;
  /** The option's key, made where there is none; null where none may be added. */
  readonly optionKey: (text: string) => string | null;
  /** The options added since the last time they were written; empties the list. */
  readonly takeAdded: () => readonly Option[];
  readonly isWritten: () => boolean;
  readonly markWritten: () => void;
};

export type OptionRules = {
  readonly mayAdd: boolean;
  readonly hasCategories: boolean;
  /** Words of the source with a counterpart here, by folded name. */
  readonly meaning: Readonly<Record<string, string>>;
};

const COLORS = ['blue', 'green', 'amber', 'violet', 'red', 'sky', 'pink', 'gray'] as const;

export function makePlannedField(initial: Field, isNew: boolean, rules: OptionRules): PlannedField {
  let field = initial;
  let added: Option[] = [];
  let isWritten = !isNew;
  const keys = new Map<string, string>();
  for (const option of initial.config.options ?? []) {
    keys.set(foldText(option.name.trim()), option.key);
    if (!keys.has(foldText(option.key))) keys.set(foldText(option.key), option.key);
  }
  return {
    field: () => field,
    isNew,
    optionKey: (text) => {
      const name = text.trim();
      const folded = foldText(name);
      const meant = ownValue(rules.meaning, folded);
      if (meant !== undefined && (field.config.options ?? []).some((option) => option.key === meant))
        return meant;
      const known = keys.get(folded);
      if (known !== undefined) return known;
      const options = field.config.options ?? [];
      if (!rules.mayAdd || options.length >= LIMITS.options || name.length > LIMITS.optionLength) return null;
      const option = makeOption(name, options, rules.hasCategories);
      field = { ...field, config: { ...field.config, options: [...options, option] } };
      added.push(option);
      keys.set(folded, option.key);
      return option.key;
    },
    takeAdded: () => {
      const taken = added;
      added = [];
      return taken;
    },
    isWritten: () => isWritten,
    markWritten: () => {
      isWritten = true;
    },
  };
}

function makeOption(name: string, options: readonly Option[], hasCategories: boolean): Option {
  const base = makeOptionKey(name);
  const isTaken = (key: string): boolean => options.some((option) => option.key === key);
  let key = base;
  for (let number = 2; isTaken(key); number += 1) key = `${base}_${number}`;
  return {
    key,
    name,
    color: COLORS[options.length % COLORS.length] ?? 'gray',
    ...(hasCategories ? { category: guessCategory(name) } : {}),
  };
}
