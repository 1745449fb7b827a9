/** The functions of the expression language: what they take, give and mean. Each engine implements all. */
import type { Kind } from '@throughline/model';

/** What an argument may be; `number` also takes an option, which counts its weight. */
export type ParameterKind =
  | 'number'
  | 'text'
  | 'boolean'
  | 'date'
  | 'range'
  | 'countable'
  | 'options'
  /** Any, and each another. */
  | 'value'
  /** `view` or `space`: among which records. */
  | 'among'
  | 'any';

export type FunctionDeclaration = {
  readonly takes: readonly ParameterKind[];
  /** How many arguments must be there; the rest of `takes` may be left out. */
  readonly least: number;
  /** The last parameter may be repeated. */
  readonly repeats?: boolean;
  /** `same`: the kind of its `any` arguments. */
  readonly gives: Kind | 'same';
  readonly about: string;
  readonly example: string;
};

export const FUNCTIONS = {
  abs: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'The number without its sign.',
    example: 'abs(delta)',
  },
  age: {
    takes: ['date'],
    least: 1,
    gives: 'number',
    about: 'Days from a date until now, with a fraction.',
    example: 'age(created)',
  },
  avg: {
    takes: ['number'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'The mean of the values that are not empty.',
    example: 'avg(design, build, test)',
  },
  ceil: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'Rounded up to a whole number.',
    example: 'ceil(effort)',
  },
  coalesce: {
    takes: ['any'],
    least: 1,
    repeats: true,
    gives: 'same',
    about: 'The first value that is not empty.',
    example: 'coalesce(confidence, 50)',
  },
  concat: {
    takes: ['text'],
    least: 1,
    repeats: true,
    gives: 'text',
    about: 'The texts one after the other; empty ones are left out.',
    example: 'concat(key, ": ", title)',
  },
  count: {
    takes: ['value'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'How many of the values are not empty; of linked records, how many there are.',
    example: 'count(insights.company)',
  },
  days_between: {
    takes: ['date', 'date'],
    least: 2,
    gives: 'number',
    about: 'Days from the first date to the second, with a fraction between moments.',
    example: 'days_between(created, now())',
  },
  end: {
    takes: ['range'],
    least: 1,
    gives: 'date',
    about: 'The last day of a range.',
    example: 'end(timeframe)',
  },
  floor: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'Rounded down to a whole number.',
    example: 'floor(effort)',
  },
  if: {
    takes: ['boolean', 'any', 'any'],
    least: 2,
    gives: 'same',
    about: 'The second value where the condition holds, else the third (or empty).',
    example: 'if(effort > 5, "large", "small")',
  },
  length: {
    takes: ['countable'],
    least: 1,
    gives: 'number',
    about: 'Characters of a text, or members of a list; 0 when empty.',
    example: 'length(labels)',
  },
  ln: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'Natural logarithm; empty at 0 and below.',
    example: 'ln(reach)',
  },
  log: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'Logarithm to base 10; empty at 0 and below.',
    example: 'log(revenue)',
  },
  lower: {
    takes: ['text'],
    least: 1,
    gives: 'text',
    about: 'The text in lower case.',
    example: 'lower(title)',
  },
  max: {
    takes: ['number'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'The greatest of the values that are not empty.',
    example: 'max(reach, 1)',
  },
  me: { takes: [], least: 0, gives: 'reference', about: 'The person who looks.', example: 'owner = me()' },
  median: {
    takes: ['number'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'The middle of the values that are not empty, between two the mean of them.',
    example: 'median(low, likely, high)',
  },
  min: {
    takes: ['number'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'The least of the values that are not empty.',
    example: 'min(score, 100)',
  },
  normalize: {
    takes: ['number', 'among'],
    least: 1,
    gives: 'number',
    about:
      'From 0 (the least of all records, or of the view) to 100 (the greatest); 100 where all are equal.',
    example: 'normalize(reach, view)',
  },
  now: { takes: [], least: 0, gives: 'date', about: 'This moment.', example: 'updated > now() - 14d' },
  percentile: {
    takes: ['number', 'among'],
    least: 1,
    gives: 'number',
    about:
      'How many of 100 other records lie below, of all or of the view: 0 for the least, 100 for the greatest.',
    example: 'percentile(reach)',
  },
  pow: {
    takes: ['number', 'number'],
    least: 2,
    gives: 'number',
    about: 'The first to the power of the second.',
    example: 'pow(impact, 2)',
  },
  round: {
    takes: ['number', 'number'],
    least: 1,
    gives: 'number',
    about: 'Rounded, halves up; to as many decimals as the second says.',
    example: 'round(score, 1)',
  },
  sqrt: {
    takes: ['number'],
    least: 1,
    gives: 'number',
    about: 'Square root; empty below 0.',
    example: 'sqrt(reach)',
  },
  start: {
    takes: ['range'],
    least: 1,
    gives: 'date',
    about: 'The first day of a range.',
    example: 'start(timeframe)',
  },
  sum: {
    takes: ['number'],
    least: 1,
    repeats: true,
    gives: 'number',
    about: 'The sum of the values that are not empty.',
    example: 'sum(votes, insights)',
  },
  today: { takes: [], least: 0, gives: 'date', about: 'The current day.', example: 'due < today()' },
  weight: {
    takes: ['options'],
    least: 1,
    gives: 'number',
    about: 'The weight of an option, or the sum of the weights of several.',
    example: 'weight(impact)',
  },
} as const satisfies Record<string, FunctionDeclaration>;

export type FunctionName = keyof typeof FUNCTIONS;

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(FUNCTIONS, name);
}

export function declarationOf(name: FunctionName): FunctionDeclaration {
  return FUNCTIONS[name];
}

/** The most arguments a function takes. */
export function mostArguments(declaration: FunctionDeclaration): number {
  return declaration.repeats ? 100 : declaration.takes.length;
}

export function parameterAt(declaration: FunctionDeclaration, index: number): ParameterKind {
  return declaration.takes[Math.min(index, declaration.takes.length - 1)] as ParameterKind;
}
