/** What is wrong with an expression or a query, for people: never thrown, always returned. */
export type ExpressionProblem = {
  /** Permanent. */
  readonly code: ProblemCode;
  /** A full sentence. */
  readonly message: string;
  /** The part of the text that is meant, in code units; `end` is behind it. */
  readonly start: number;
  readonly end: number;
  readonly hint?: string;
};

export type ProblemCode =
  | 'too_long'
  | 'too_deep'
  | 'unexpected_character'
  | 'unclosed_text'
  | 'unclosed_bracket'
  | 'bad_text'
  | 'bad_number'
  | 'unexpected'
  | 'unexpected_end'
  | 'unknown_field'
  | 'unknown_function'
  | 'unknown_option'
  | 'unknown_path'
  | 'path_alone'
  | 'unknown_record'
  | 'argument_count'
  | 'bad_date'
  | 'bad_duration'
  | 'bad_digits'
  | 'bad_among'
  | 'wrong_kind'
  | 'not_comparable'
  | 'always_empty'
  | 'formula_cycle'
  | 'formula_broken';

export type Span = { readonly start: number; readonly end: number };

export function makeProblem(
  code: ProblemCode,
  message: string,
  at: Span & { readonly hint?: string | undefined },
): ExpressionProblem {
  const hint = at.hint === undefined ? {} : { hint: at.hint };
  return { code, message, start: at.start, end: at.end, ...hint };
}

export function span({ start, end }: Span): Span {
  return { start, end };
}
