/** What became of each part of a blueprint. */
import type { FieldPlan } from '@throughline/model';

export type BlueprintReport = {
  readonly fields: readonly FieldOutcome[];
  readonly views: readonly ViewOutcome[];
  readonly descriptions: readonly DescriptionOutcome[];
  /** How many example ideas were made. */
  readonly examples: number;
};

export type FieldOutcome = {
  readonly name: string;
  readonly entity: string;
  /** Its key in the space; `wanted` is the one the blueprint gives it. */
  readonly key: string;
  readonly wanted: string;
  readonly outcome: FieldPlan['outcome'] | 'kept';
  /** Names of the options that the field took on, or, where it was `kept`, that it did not. */
  readonly options: readonly string[];
};

export type ViewOutcome = {
  readonly name: string;
  readonly id: string;
  readonly outcome: 'new' | 'there';
  /** What does not hold in the space and was left out, in sentences. */
  readonly dropped: readonly string[];
};

export type DescriptionOutcome = {
  readonly name: string;
  readonly id: string;
  readonly outcome: 'new' | 'there';
};
