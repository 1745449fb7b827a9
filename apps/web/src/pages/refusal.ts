/** Why something was refused, for people: what happened, why, and what to do next. */
export interface Refusal {
  readonly message: string;
  readonly fix: string;
  /** The field of the form it is about. */
  readonly field?: string | undefined;
}
