/** Formula fields refer to each other; each is parsed after those it reads, and a circle is refused by name. */
import { LIMITS, type Field } from '@throughline/model';
import { childrenOf, fieldsOf, type Expression } from '../ast.ts';
import { makeProblem, type ExpressionProblem } from '../problem.ts';
import type { Schema } from '../schema.ts';
import type { ValueType } from '../value-type.ts';
import { parseSyntax } from './parse.ts';
import { resolve } from './resolve.ts';

export type Formulas = {
  readonly expressions: ReadonlyMap<string, Expression>;
  readonly problems: ReadonlyMap<string, readonly ExpressionProblem[]>;
};

/** What looking names up needs of a schema, before its formulas are known. */
export type BareSchema = Pick<
  Schema,
  'entity' | 'fields' | 'field' | 'findField' | 'titles' | 'paths' | 'pathFields'
>;

/** Parses and checks all formulas. Writes what each yields into `types`. */
export function checkFormulas(schema: BareSchema, types: Map<string, ValueType>): Formulas {
  const expressions = new Map<string, Expression>();
  const problems = new Map<string, readonly ExpressionProblem[]>();
  const done = new Set<string>();
  const sizes = new Map<string, number>();
  const path: Field[] = [];

  const visit = (field: Field): void => {
    if (field.config.expression === undefined || done.has(field.id)) return;
    if (path.includes(field)) {
      const circle = path.slice(path.indexOf(field));
      for (const member of circle) refuse(member, [makeCycleProblem(circle, member)]);
      return;
    }
    path.push(field);
    check(field, field.config.expression);
    path.pop();
    done.add(field.id);
  };

  const refuse = (field: Field, found: readonly ExpressionProblem[]): void => {
    if (problems.has(field.id)) return;
    problems.set(field.id, found);
    types.set(field.id, { kind: field.config.result ?? 'number' });
  };

  const check = (field: Field, text: string): void => {
    const syntax = parseSyntax(text);
    if (!syntax.ok) return refuse(field, [syntax.error]);
    const visitReferenced = (referenced: Field): ValueType => {
      visit(referenced);
      return types.get(referenced.id) ?? { kind: 'empty' };
    };
    const resolved = resolve(syntax.value, { ...schema, typeOfField: visitReferenced });
    if (problems.has(field.id)) return;
    if (resolved.problems.length > 0) return refuse(field, resolved.problems);
    const broken = [...fieldsOf(resolved.expression)].find((id) => problems.has(id));
    if (broken !== undefined) return refuse(field, [makeBrokenProblem(schema.field(broken), text)]);
    const size = sizeOf(resolved.expression, sizes);
    if (size > LIMITS.expressionLength) return refuse(field, [makeSizeProblem(text)]);
    sizes.set(field.id, size);
    expressions.set(field.id, resolved.expression);
    types.set(field.id, resolved.type);
  };

  for (const field of schema.fields) visit(field);
  return { expressions, problems };
}

/** Parts of a formula with the formulas it reads written out, so that chains of them cannot grow without end. */
function sizeOf(node: Expression, sizes: ReadonlyMap<string, number>): number {
  const own = node.type === 'field' ? (sizes.get(node.field) ?? 1) : 1;
  return childrenOf(node).reduce((sum, child) => sum + sizeOf(child, sizes), own);
}

function makeSizeProblem(text: string): ExpressionProblem {
  const message = `With the formulas it uses, the formula has more than ${LIMITS.expressionLength} parts.`;
  return makeProblem('too_long', message, { start: 0, end: text.length });
}

function makeCycleProblem(circle: readonly Field[], member: Field): ExpressionProblem {
  const at = circle.indexOf(member);
  const names = [...circle.slice(at), ...circle.slice(0, at), member].map((field) => field.name).join(' → ');
  return makeProblem('formula_cycle', `The formula needs its own result: ${names}.`, {
    start: 0,
    end: member.config.expression?.length ?? 0,
  });
}

function makeBrokenProblem(field: Field | undefined, text: string): ExpressionProblem {
  return makeProblem('formula_broken', `The formula of ${field?.name ?? 'a field it uses'} has a mistake.`, {
    start: 0,
    end: text.length,
  });
}
