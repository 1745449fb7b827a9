/**
 * An expression as it was typed: names are not looked up, quoted texts may turn out to be dates, options or
 * records. Every node knows its place in the text.
 */
import type { ArithmeticOperator, CompareOperator, DurationUnit } from '../ast.ts';
import type { Span } from '../problem.ts';

export type Syntax = Span & (LeafSyntax | OperatorSyntax | LogicSyntax | CallSyntax);

type LeafSyntax =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'empty' }
  | { readonly type: 'string'; readonly value: string; readonly quote: '"' | "'" }
  | { readonly type: 'duration'; readonly amount: number; readonly unit: DurationUnit }
  | { readonly type: 'name'; readonly name: string }
  /** `insights.company`: two names or more. */
  | { readonly type: 'path'; readonly names: readonly PathSyntax[] };

export type PathSyntax = Span & { readonly name: string };

type OperatorSyntax =
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly type: 'negate'; readonly value: Syntax }
  | {
      readonly type: 'compare';
      readonly operator: CompareOperator;
      readonly left: Syntax;
      readonly right: Syntax;
    }
  | { readonly type: 'in'; readonly value: Syntax; readonly items: readonly Syntax[] }
  | { readonly type: 'between'; readonly value: Syntax; readonly low: Syntax; readonly high: Syntax }
  | { readonly type: 'contains'; readonly value: Syntax; readonly item: Syntax }
  | { readonly type: 'isEmpty'; readonly value: Syntax };

type LogicSyntax =
  | { readonly type: 'and'; readonly items: readonly Syntax[] }
  | { readonly type: 'or'; readonly items: readonly Syntax[] }
  | { readonly type: 'not'; readonly item: Syntax };

type CallSyntax = {
  readonly type: 'call';
  readonly name: string;
  readonly nameEnd: number;
  readonly arguments: readonly Syntax[];
};
