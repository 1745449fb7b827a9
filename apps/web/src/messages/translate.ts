/**
 * A message is a sentence with `{holes}`, or one sentence per plural form chosen by `count`.
 * The holes are read from the sentence's type, so a missing or misspelt value does not compile.
 */
export interface PluralMessage {
  readonly one: string;
  readonly other: string;
}

export type Message = string | PluralMessage;
export type Catalogue = Readonly<Record<string, Message>>;

type Holes<Sentence extends string> = Sentence extends `${string}{${infer Hole}}${infer Rest}`
  ? Hole | Holes<Rest>
  : never;

type HolesOf<Entry extends Message> = Entry extends string
  ? Holes<Entry>
  : Entry extends PluralMessage
    ? 'count' | Holes<Entry['one']> | Holes<Entry['other']>
    : never;

type Value<Hole extends string> = Hole extends 'count' ? number : string | number;

export type ParametersOf<Entry extends Message> = [HolesOf<Entry>] extends [never]
  ? []
  : [parameters: { readonly [Hole in HolesOf<Entry>]: Value<Hole> }];

export type Translate<Entries extends Catalogue> = <Key extends keyof Entries & string>(
  key: Key,
  ...parameters: ParametersOf<Entries[Key]>
) => string;

/** Numbers among the parameters are written as the locale writes them. */
export function makeTranslate<Entries extends Catalogue>(
  entries: Entries,
  locale: string,
): Translate<Entries> {
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (key, ...parameters) => {
    const values: Readonly<Record<string, string | number>> = parameters[0] ?? {};
    const entry: Message = entries[key] ?? key;
    const sentence =
      typeof entry === 'string' ? entry : pickPlural(entry, plurals.select(Number(values['count'])));
    return sentence.replaceAll(/\{(\w+)\}/g, (hole, name: string) => {
      const value = values[name];
      if (value === undefined) return hole;
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  };
}

function pickPlural(entry: PluralMessage, form: Intl.LDMLPluralRule): string {
  return form === 'one' ? entry.one : entry.other;
}
