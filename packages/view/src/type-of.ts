import type { Expression } from './ast.ts';
import { declarationOf, parameterAt } from './functions.ts';
import type { Schema } from './schema.ts';
import type { ValueType } from './value-type.ts';

/** What a checked expression yields. */
export function typeOf(node: Expression, schema: Schema): ValueType {
  switch (node.type) {
    case 'field': {
      const field = schema.field(node.field);
      return field === undefined ? { kind: 'empty' } : schema.typeOfField(field);
    }
    case 'option': {
      const options = schema.field(node.field);
      return options === undefined ? { kind: 'reference' } : { kind: 'reference', options };
    }
    case 'record':
      return { kind: 'reference', target: '*' };
    case 'arithmetic':
      return typeOf(node.left, schema).kind === 'date' ? { kind: 'date' } : { kind: 'number' };
    case 'negate':
      return { kind: 'number' };
    case 'call':
      return typeOfCall(node, schema);
    case 'empty':
    case 'boolean':
    case 'number':
    case 'text':
    case 'date':
    case 'duration':
      return { kind: node.type };
    case 'compare':
    case 'in':
    case 'between':
    case 'contains':
    case 'isEmpty':
    case 'and':
    case 'or':
    case 'not':
      return { kind: 'boolean' };
  }
}

function typeOfCall(node: Extract<Expression, { type: 'call' }>, schema: Schema): ValueType {
  if (node.name === 'me') return { kind: 'reference', target: 'person' };
  const declaration = declarationOf(node.name);
  if (declaration.gives !== 'same') return { kind: declaration.gives };
  for (const [index, argument] of node.arguments.entries()) {
    if (parameterAt(declaration, index) !== 'any') continue;
    const type = typeOf(argument, schema);
    if (type.kind !== 'empty') return type;
  }
  return { kind: 'empty' };
}
