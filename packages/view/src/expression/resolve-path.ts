/** `sum(insights.company.revenue)`: what is made of linked records is the value of a derived field. */
import type { RollupAggregate } from '@throughline/model';
import type { Expression } from '../ast.ts';
import { isDate, isPathFunction, PATH_AGGREGATES, type PathEnd, type PathFunction } from '../paths.ts';
import { span } from '../problem.ts';
import { DATE, NUMBER } from '../value-type.ts';
import type { Resolver, Typed } from './resolve.ts';
import { didYouMean } from './suggest.ts';
import type { PathSyntax, Syntax } from './syntax.ts';

type CallSyntax = Extract<Syntax, { type: 'call' }>;

/** Undefined where the call is not of linked records. */
export function resolvePathCall(resolver: Resolver, node: CallSyntax): Typed | undefined {
  const name = node.name.toLowerCase();
  const [argument] = node.arguments;
  const names = argument === undefined ? undefined : namesOf(resolver, argument);
  if (argument === undefined || names === undefined) return undefined;
  if (!isPathFunction(name)) {
    if (argument.type !== 'path') return undefined;
    return resolver.refuse('path_alone', `${node.name} does not take linked records.`, {
      ...span(argument),
      hint: 'Write sum(…), avg(…), min(…), max(…) or count(…) around them.',
    });
  }
  if (node.arguments.length > 1 && argument.type !== 'path') return undefined;
  const aggregate = PATH_AGGREGATES[name];
  const refused = refuseCap(resolver, node, aggregate);
  if (refused !== undefined) return refused;
  const [, limit] = node.arguments;
  const found = resolver.scope.pathFields.find(
    names.map((each) => each.name),
    { aggregate, ...(limit?.type === 'number' && { cap: limit.value }) },
  );
  if (found !== undefined && 'id' in found) {
    const type = found.config.result === 'date' ? DATE : NUMBER;
    return { expression: valueOf(found.id, name), type };
  }
  return refusePath(resolver, { node: argument, names, name, end: found });
}

/** The second argument is a number above 0: the most that one linked record adds. */
function refuseCap(resolver: Resolver, node: CallSyntax, aggregate: RollupAggregate): Typed | undefined {
  const [, cap, more] = node.arguments;
  if (cap === undefined) return undefined;
  if (aggregate === 'count' || more !== undefined)
    return resolver.refuse('argument_count', `${node.name} takes linked records alone.`, span(node));
  if (cap.type === 'number' && cap.value > 0) return undefined;
  const message = 'The most that one linked record adds is a number above 0.';
  return resolver.refuse('wrong_kind', message, span(cap));
}

/** Of nothing there are 0; a counter of nothing may be kept as no value. */
function valueOf(field: string, name: PathFunction): Expression {
  const value: Expression = { type: 'field', field };
  if (name !== 'count') return value;
  return { type: 'call', name: 'coalesce', arguments: [value, { type: 'number', value: 0 }] };
}

/** One name is a way where it is the key of a relation, and no field but a connection has the same. */
function namesOf(resolver: Resolver, node: Syntax): readonly PathSyntax[] | undefined {
  if (node.type === 'path') return node.names;
  if (node.type !== 'name') return undefined;
  const { paths, pathFields, findField } = resolver.scope;
  const field = findField(node.name);
  if (field?.key === node.name && field.type !== 'relation') return undefined;
  const end = paths?.follow([node.name]);
  const isWay = end === undefined ? isField(pathFields.find([node.name], { aggregate: 'count' })) : end.ok;
  return isWay ? [{ name: node.name, start: node.start, end: node.end }] : undefined;
}

function isField(found: object | undefined): boolean {
  return found !== undefined && 'id' in found;
}

type RefusedPath = {
  readonly node: Syntax;
  readonly names: readonly PathSyntax[];
  readonly name: PathFunction;
  readonly end: PathEnd | undefined;
};

function refusePath(resolver: Resolver, { node, names, name, end }: RefusedPath): Typed {
  const path = names.map((each) => each.name).join('.');
  if (end === undefined)
    return resolver.refuse('unknown_path', `No field reckons ${name}(${path}).`, {
      ...span(node),
      hint: 'Save the formula again, or add a rollup field of it.',
    });
  if (!end.ok) {
    const wrong = names[end.at] ?? node;
    const known = end.known.map(({ key }) => key);
    const message = `Nothing called ${names[end.at]?.name ?? path} leads on from here.`;
    const hint =
      didYouMean(names[end.at]?.name ?? '', known) ??
      (known.length === 0 ? undefined : `There are ${known.slice(0, 8).join(', ')}.`);
    return resolver.refuse('unknown_path', message, { ...span(wrong), hint });
  }
  if (isDate(end.field) && name !== 'count')
    return resolver.refuse(
      'wrong_kind',
      `${name} takes a number of the linked records, and this is a date.`,
      {
        ...span(node),
        hint: `Write max(${path}) for the last, or min(${path}) for the first.`,
      },
    );
  return name === 'count'
    ? resolver.refuse('wrong_kind', 'count counts records, and this is a number of theirs.', {
        ...span(node),
        hint: `Write count(${path.split('.').slice(0, -1).join('.')}).`,
      })
    : resolver.refuse('wrong_kind', `${name} takes a number of the linked records.`, {
        ...span(node),
        hint: `Write count(${path}) for how many there are, or name a number of theirs.`,
      });
}
