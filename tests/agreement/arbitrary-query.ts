/** Well-formed expressions of every kind over the fields of a schema, and queries made of them. */
import { fieldType } from '@throughline/model';
import {
  makeQuery,
  type Aggregate,
  type CompareOperator,
  type Expression,
  type Order,
  type Schema,
  type ViewQuery,
} from '@throughline/view';
import fc from 'fast-check';
import { arbitraryText, DAYS, LABELS, NUMBERS, PEOPLE, TEXTS } from './arbitrary-record.ts';

/** Functions whose last bit may differ between libraries stay out of conditions and sort keys. */
type Care = 'exact' | 'close';
type Make<T> = (depth: number) => fc.Arbitrary<T>;

export type QueryArbitraries = {
  readonly query: fc.Arbitrary<ViewQuery>;
  readonly condition: fc.Arbitrary<Expression>;
  /** Of any kind that has values. */
  readonly value: fc.Arbitrary<Expression>;
  readonly number: fc.Arbitrary<Expression>;
};

export function arbitraryQueries(schema: Schema): QueryArbitraries {
  const exact = makeExpressions(schema, 'exact');
  const close = makeExpressions(schema, 'close');
  const depth = 3;
  const ranked = exact
    .number(0)
    .map((of): Expression => ({ type: 'call', name: 'percentile', arguments: [of] }));
  const sortable = fc.oneof(
    exact.number(1),
    ranked,
    exact.text(1),
    exact.date(1),
    exact.fieldOf('reference'),
    exact.fieldOf('boolean'),
    exact.fieldOf('range'),
  );
  const groupable = fc.oneof(
    exact.fieldOf('reference'),
    exact.fieldOf('set'),
    exact.fieldOf('boolean'),
    exact.text(0),
    exact.number(0),
    exact.fieldOf('date'),
  );
  const direction = fc.constantFrom('ascending' as const, 'descending' as const);
  const order: fc.Arbitrary<Order> = fc.record({ by: sortable, direction });
  const aggregate: fc.Arbitrary<Aggregate> = fc.oneof(
    fc.constant({ name: 'count' as const }),
    fc.record({ name: fc.constantFrom('sum' as const, 'average' as const), of: exact.number(1).map(clamp) }),
    fc.record({
      name: fc.constantFrom('min' as const, 'max' as const, 'median' as const),
      of: exact.number(1),
    }),
    fc.record({
      name: fc.constantFrom('count' as const),
      of: fc.oneof(exact.fieldOf('text'), exact.fieldOf('set'), exact.fieldOf('range')),
    }),
    fc.record({ name: fc.constantFrom('min' as const, 'max' as const), of: exact.fieldOf('date') }),
  );
  const query = fc
    .record({
      where: fc.option(exact.test(depth), { nil: undefined }),
      order: fc.array(order, { maxLength: 3 }),
      group: fc.array(fc.record({ by: groupable, direction }), { maxLength: 2 }),
      aggregates: fc.array(aggregate, { maxLength: 3 }),
    })
    .map(({ where, ...parts }) =>
      makeQuery(schema.entity, where === undefined ? parts : { ...parts, where }),
    );
  return {
    query,
    condition: exact.test(depth),
    value: fc.oneof(close.number(depth), close.text(depth), close.date(depth), close.test(2)),
    number: close.number(depth),
  };
}

function makeExpressions(schema: Schema, care: Care) {
  const fieldsOf = (kind: string) =>
    schema.fields.filter((field) => isStored(field.type) && schema.typeOfField(field).kind === kind);
  const toNode = (field: { readonly id: string }): Expression => ({ type: 'field', field: field.id });
  const fieldOf = (kind: string): fc.Arbitrary<Expression> => {
    const fields = fieldsOf(kind);
    return fields.length === 0 ? fc.constant({ type: 'empty' }) : fc.constantFrom(...fields.map(toNode));
  };
  const optionFields = schema.fields.filter(
    (field) => field.config.options !== undefined && field.type === 'select',
  );
  const call = (
    name: Extract<Expression, { type: 'call' }>['name'],
    ...given: fc.Arbitrary<Expression>[]
  ): fc.Arbitrary<Expression> => fc.tuple(...given).map((list) => ({ type: 'call', name, arguments: list }));
  const several = (
    of: fc.Arbitrary<Expression>,
    name: 'min' | 'max' | 'median' | 'sum' | 'avg' | 'coalesce' | 'concat',
  ): fc.Arbitrary<Expression> =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((list) => ({ type: 'call', name, arguments: list }));

  const number: Make<Expression> = (depth) => {
    const leaf = fc.oneof(
      { weight: 3, arbitrary: fieldOf('number') },
      fc.constantFrom(...NUMBERS, -3, 7).map((value): Expression => ({ type: 'number', value })),
    );
    if (depth === 0) return leaf;
    const inner = fc.oneof(
      { weight: 4, arbitrary: number(depth - 1) },
      fc.constantFrom(...optionFields.map(toNode)),
    );
    const exact = [
      fc.record({
        type: fc.constant('arithmetic' as const),
        operator: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: inner,
        right: inner,
      }),
      inner.filter((node) => node.type !== 'number').map((value): Expression => ({ type: 'negate', value })),
      call('abs', inner),
      call('floor', inner),
      call('ceil', inner),
      call('sqrt', inner),
      call('round', inner),
      call(
        'round',
        inner,
        fc.integer({ min: 0, max: 4 }).map((value) => ({ type: 'number', value })),
      ),
      several(inner, 'min'),
      several(inner, 'max'),
      several(inner, 'median'),
      several(inner, 'sum'),
      several(inner, 'avg'),
      several(number(depth - 1), 'coalesce'),
      call('if', test(depth - 1), number(depth - 1), number(depth - 1)),
      call('days_between', date(depth - 1), date(depth - 1)),
      call('length', fc.oneof(text(depth - 1), fieldOf('set'))),
      call(
        'weight',
        fc.constantFrom(...schema.fields.filter((field) => field.config.options !== undefined).map(toNode)),
      ),
      call('age', date(depth - 1)),
      fc
        .array(fc.oneof(inner, text(depth - 1), fieldOf('set'), fieldOf('range'), fieldOf('boolean')), {
          minLength: 1,
          maxLength: 3,
        })
        .map((list): Expression => ({ type: 'call', name: 'count', arguments: list })),
      ...(['normalize', 'percentile'] as const).flatMap((name) => [
        call(name, inner),
        call(name, inner, fc.constant<Expression>({ type: 'text', value: 'view' })),
      ]),
    ];
    const close = [
      call('log', inner),
      call('ln', inner),
      call(
        'pow',
        inner,
        fc.integer({ min: -3, max: 4 }).map((value) => ({ type: 'number', value })),
      ),
    ];
    return fc.oneof(leaf, ...exact, ...(care === 'close' ? close : []));
  };

  const text: Make<Expression> = (depth) => {
    const literal = fc
      .oneof(fc.constantFrom(...TEXTS), arbitraryText())
      .map((value): Expression => ({ type: 'text', value }));
    if (depth === 0) return fieldOf('text');
    const inner = fc.oneof(text(depth - 1), literal);
    return fc.oneof(
      fieldOf('text'),
      several(inner, 'concat'),
      call('lower', inner),
      fc.tuple(fieldOf('text'), inner).map(([first, second]): Expression => ({
        type: 'call',
        name: 'coalesce',
        arguments: [first, second],
      })),
      call('if', test(depth - 1), inner, inner),
    );
  };

  const date: Make<Expression> = (depth) => {
    const leaf = fc.oneof(
      { weight: 3, arbitrary: fieldOf('date') },
      fc.constantFrom(...DAYS).map((value): Expression => ({ type: 'date', value })),
      call('today'),
      call('now'),
      call('start', fieldOf('range')),
      call('end', fieldOf('range')),
    );
    if (depth === 0) return leaf;
    return fc.oneof(
      leaf,
      fc.record({
        type: fc.constant('arithmetic' as const),
        operator: fc.constantFrom('+' as const, '-' as const),
        left: date(depth - 1),
        right: fc.record({
          type: fc.constant('duration' as const),
          amount: fc.integer({ min: 0, max: 50 }),
          unit: fc.constantFrom('h' as const, 'd' as const, 'w' as const, 'm' as const, 'y' as const),
        }),
      }),
      call('if', test(depth - 1), date(depth - 1), date(depth - 1)),
    );
  };

  const option = (field: string): fc.Arbitrary<Expression> =>
    fc.constantFrom('later', 'next', 'now', 'none').map((key) => ({ type: 'option', field, key }));
  const person: fc.Arbitrary<Expression> = fc.oneof(
    fc.constantFrom(...PEOPLE).map((id): Expression => ({ type: 'record', id })),
    call('me'),
  );
  const label: fc.Arbitrary<Expression> = fc
    .constantFrom(...LABELS)
    .map((value) => ({ type: 'text', value }));
  const size = fc.constantFrom('<' as CompareOperator, '<=', '>', '>=', '=', '!=');
  const same = fc.constantFrom('=' as CompareOperator, '!=');
  const compare = (
    operator: fc.Arbitrary<CompareOperator>,
    left: fc.Arbitrary<Expression>,
    right: fc.Arbitrary<Expression>,
  ): fc.Arbitrary<Expression> => fc.record({ type: fc.constant('compare' as const), operator, left, right });
  const among = (value: fc.Arbitrary<Expression>, item: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({
      type: fc.constant('in' as const),
      value,
      items: fc.array(item, { minLength: 1, maxLength: 3 }),
    });
  const contains = (
    value: fc.Arbitrary<Expression>,
    item: fc.Arbitrary<Expression>,
  ): fc.Arbitrary<Expression> => fc.record({ type: fc.constant('contains' as const), value, item });
  const between = (make: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({ type: fc.constant('between' as const), value: make, low: make, high: make });
  const literalText = fc
    .oneof(fc.constantFrom(...TEXTS), arbitraryText())
    .map((value): Expression => ({ type: 'text', value }));
  const setFields = (has: 'options' | 'target' | 'labels') =>
    schema.fields
      .filter((field) => {
        const type = schema.typeOfField(field);
        return (
          type.kind === 'set' &&
          (has === 'labels' ? !type.options && type.target === undefined : type[has] !== undefined)
        );
      })
      .map(toNode);
  const people = schema.fields.filter((field) => field.type === 'person').map(toNode);

  const test: Make<Expression> = (depth) => {
    const inner = Math.max(0, depth - 1);
    const choice = fc.constantFrom(...optionFields);
    const leaf = fc.oneof(
      fieldOf('boolean'),
      compare(size, number(inner), number(inner)),
      compare(size, fieldOf('text'), literalText),
      compare(size, text(inner), text(inner)),
      compare(size, date(inner), date(inner)),
      compare(same, fc.constantFrom(...people), person),
      compare(
        same,
        fieldOf('boolean'),
        fc.boolean().map((value): Expression => ({ type: 'boolean', value })),
      ),
      choice.chain((field) => compare(size, fc.constant(toNode(field)), option(field.id))),
      choice.chain((field) => among(fc.constant(toNode(field)), option(field.id))),
      choice.chain((field) => compare(size, fc.constant(toNode(field)), number(0))),
      among(fc.constantFrom(...people), person),
      among(number(inner), number(0)),
      among(fieldOf('text'), literalText),
      among(fc.constantFrom(...setFields('labels')), label),
      contains(fc.constantFrom(...setFields('labels')), label),
      fc
        .constantFrom(...setFields('options'))
        .chain((field) => contains(fc.constant(field), option((field as { field: string }).field))),
      contains(fc.constantFrom(...setFields('target')), person),
      contains(
        fieldOf('text'),
        fc.oneof(
          literalText,
          fc.constantFrom('i', 'σ', 'k', 'item', '𐐨').map((value): Expression => ({ type: 'text', value })),
          fieldOf('text'),
        ),
      ),
      contains(fieldOf('range'), date(inner)),
      between(number(inner)),
      between(date(inner)),
      between(text(inner)),
      fc
        .oneof(
          ...['text', 'number', 'boolean', 'date', 'range', 'reference', 'set'].map(fieldOf),
          number(inner),
          text(inner),
          date(inner),
        )
        .map((value): Expression => ({ type: 'isEmpty', value })),
    );
    if (depth === 0) return leaf;
    const items = fc.array(test(depth - 1), { minLength: 2, maxLength: 3 });
    return fc.oneof(
      { weight: 3, arbitrary: leaf },
      items.map((list): Expression => ({ type: 'and', items: list })),
      items.map((list): Expression => ({ type: 'or', items: list })),
      test(depth - 1).map((item): Expression => ({ type: 'not', item })),
    );
  };

  return { number, text, date, test, fieldOf };
}

/** Sums of values far apart in size depend on the order of adding, which databases choose. */
function clamp(of: Expression): Expression {
  const literal = (value: number): Expression => ({ type: 'number', value });
  const call = (name: 'min' | 'max' | 'round', left: Expression, right: Expression): Expression => ({
    type: 'call',
    name,
    arguments: [left, right],
  });
  return call('round', call('min', call('max', of, literal(-1e6)), literal(1e6)), literal(2));
}

function isStored(type: string): boolean {
  return fieldType(type).derived !== true || type === 'formula';
}
