import {
  declarationOf,
  FUNCTIONS,
  isFunctionName,
  mostArguments,
  parameterAt,
  type FunctionDeclaration,
  type ParameterKind,
} from '../functions.ts';
import { AMONG } from '../population.ts';
import { span } from '../problem.ts';
import { BOOLEAN, DATE, isSameType, nameType, NUMBER, TEXT, type ValueType } from '../value-type.ts';
import type { Resolver, Typed } from './resolve.ts';
import { didYouMean } from './suggest.ts';
import type { Syntax } from './syntax.ts';

type CallSyntax = Extract<Syntax, { type: 'call' }>;

export function resolveCall(resolver: Resolver, node: CallSyntax, expected?: ValueType): Typed {
  const name = node.name.toLowerCase();
  if (!isFunctionName(name)) {
    return resolver.refuse('unknown_function', `There is no function ${node.name}.`, {
      start: node.start,
      end: node.nameEnd,
      hint: didYouMean(node.name, Object.keys(FUNCTIONS)),
    });
  }
  const declaration = declarationOf(name);
  const count = node.arguments.length;
  if (count < declaration.least || count > mostArguments(declaration)) {
    return resolver.refuse('argument_count', `${name} takes ${nameCount(declaration)}, not ${count}.`, {
      ...span(node),
      hint: `For example ${declaration.example}.`,
    });
  }
  const common =
    declaration.gives === 'same' ? findCommonType(resolver, node, declaration, expected) : undefined;
  const given = node.arguments.map((argument, index) =>
    resolveArgument(resolver, argument, { kind: parameterAt(declaration, index), common }),
  );
  if (name === 'round') checkDigits(resolver, node);
  const type =
    common ??
    (name === 'me' ? { kind: 'reference', target: 'person' } : { kind: declaration.gives as 'text' });
  return { expression: { type: 'call', name, arguments: given.map((each) => each.expression) }, type };
}

function nameCount(declaration: FunctionDeclaration): string {
  const most = mostArguments(declaration);
  if (declaration.least === most) return most === 1 ? 'one argument' : `${most} arguments`;
  return `${declaration.least} to ${most} arguments`;
}

/** What `if` and `coalesce` yield: the kind of the first argument that says what it is. */
function findCommonType(
  resolver: Resolver,
  node: CallSyntax,
  declaration: FunctionDeclaration,
  expected: ValueType | undefined,
): ValueType {
  const candidates = node.arguments.filter(
    (argument, index) => parameterAt(declaration, index) === 'any' && argument.type !== 'empty',
  );
  for (const candidate of candidates) {
    if (resolver.isOpen(candidate)) continue;
    const { type } = resolver.resolve(candidate, expected);
    if (type.kind !== 'empty') return type;
  }
  if (expected !== undefined || candidates.length === 0) return expected ?? { kind: 'empty' };
  return resolver.resolve(candidates[0] as Syntax).type;
}

type Parameter = { readonly kind: ParameterKind; readonly common: ValueType | undefined };

function resolveArgument(resolver: Resolver, node: Syntax, { kind, common }: Parameter): Typed {
  switch (kind) {
    case 'number':
      return resolver.demand(node, NUMBER);
    case 'text':
      return resolver.demand(node, TEXT);
    case 'boolean':
      return resolver.demand(node, BOOLEAN);
    case 'date':
      return resolver.demand(node, DATE);
    case 'range':
      return resolver.demand(node, { kind: 'range' });
    case 'any':
      return resolveAny(resolver, node, common as ValueType);
    case 'countable':
      return demandOneOf(resolver, node, ['text', 'set']);
    case 'options':
      return demandOptions(resolver, node);
    case 'value':
      return demandValue(resolver, node);
    case 'among':
      return resolveAmong(resolver, node);
  }
}

function demandValue(resolver: Resolver, node: Syntax): Typed {
  const typed = resolver.resolve(node);
  if (typed.type.kind !== 'duration') return typed;
  return resolver.refuse('wrong_kind', 'A length of time stands only behind + or - a date.', span(node));
}

/** `view` and `space` are words of this place alone: fields may be called so. */
function resolveAmong(resolver: Resolver, node: Syntax): Typed {
  const word = node.type === 'name' ? node.name : node.type === 'string' ? node.value : '';
  const among = AMONG.find((each) => each === word.toLowerCase());
  if (among !== undefined) return { expression: { type: 'text', value: among }, type: TEXT };
  return resolver.refuse('bad_among', 'This says among which records: space or view.', {
    ...span(node),
    hint: 'Leave it out for all records of the space.',
  });
}

function resolveAny(resolver: Resolver, node: Syntax, common: ValueType): Typed {
  const typed = resolver.resolve(node, common);
  const { kind } = typed.type;
  if (kind === 'duration') {
    return resolver.refuse('wrong_kind', 'A length of time stands only behind + or - a date.', span(node));
  }
  if (kind === 'empty' || common.kind === 'empty' || isSameType(typed.type, common)) return typed;
  const message = `This is ${nameType(typed.type)}, but the others are ${nameType(common)}.`;
  return resolver.refuse('wrong_kind', message, span(node));
}

function demandOneOf(resolver: Resolver, node: Syntax, kinds: readonly ValueType['kind'][]): Typed {
  const typed = resolver.resolve(node);
  if (typed.type.kind === 'empty' || kinds.includes(typed.type.kind)) return typed;
  return resolver.refuse('wrong_kind', `${nameType(typed.type)} has no length.`, span(node));
}

function demandOptions(resolver: Resolver, node: Syntax): Typed {
  const typed = resolver.resolve(node);
  if (typed.type.kind === 'empty' || typed.type.options !== undefined) return typed;
  return resolver.refuse('wrong_kind', 'Only the options of a select field have weights.', span(node));
}

function checkDigits(resolver: Resolver, node: CallSyntax): void {
  const digits = node.arguments[1];
  if (digits === undefined) return;
  const isFit = digits.type === 'number' && Number.isInteger(digits.value) && digits.value <= 10;
  if (!isFit)
    resolver.refuse('bad_digits', 'The number of decimals is a whole number from 0 to 10.', span(digits));
}
