import { describe, expect, test } from 'vitest';
import { buildField, buildSchema } from '../testing/build-schema.ts';
import { checkExpression, parseConditionText, parseExpressionText } from './check.ts';
import { complete } from './complete.ts';
import { printExpression } from './print.ts';

const schema = buildSchema([buildField('rice', 'formula', { expression: 'reach * stage / size' })]);

function reprint(text: string): string {
  const parsed = parseExpressionText(text, schema);
  return parsed.ok ? printExpression(parsed.value.expression, schema) : JSON.stringify(parsed.error);
}

function problemOf(text: string) {
  const parsed = parseConditionText(text, schema);
  if (parsed.ok) return 'no problem';
  const [first] = parsed.error;
  return { code: first?.code, at: text.slice(first?.start, first?.end), hint: first?.hint };
}

describe('expressions read and print', () => {
  test.each([
    ['reach * 2 / (size + 1)', 'reach * 2 / (size + 1)'],
    ['reach - (size - 1) - -3', 'reach - (size - 1) - -3'],
    ['status in ("now", Next) AND owner = me()', 'status in ("Now", "Next") and owner = me()'],
    ['seen > now() - 14d', 'seenAt > now() - 14d'],
    ['due >= "2026-03-01"', "due >= '2026-03-01'"],
    ['status = now', 'status = "Now"'],
    ['"Now" = status', '"Now" = status'],
    ['not (flag or isDone) and flag', 'not (flag or isDone) and flag'],
    ['labels not has "a\\"b"', 'labels not contains "a\\"b"'],
    ['not title is empty', 'title is not empty'],
    ['size not between 1 and 2 or flag', 'size not between 1 and 2 or flag'],
    ['if(size > 3, "big", coalesce(name, "small"))', 'if(size > 3, "big", coalesce(name, "small"))'],
    ['if(flag, "Now", status) = stage', 'if(flag, "Now", status) = stage'],
    ['(flag and isDone) and flag', '(flag and isDone) and flag'],
    ['timeframe contains today()', 'timeframe contains today()'],
    ['1e21 + .5', '1e+21 + 0.5'],
    ['normalize(size, View) + percentile(size, "space")', 'normalize(size, view) + percentile(size, space)'],
  ])('%s', (text, printed) => {
    expect(reprint(text)).toBe(printed);
    expect(reprint(printed)).toBe(printed);
  });
});

describe('a mistake is shown at its place', () => {
  test.each([
    ['raech > 1', { code: 'unknown_field', at: 'raech', hint: 'Did you mean reach?' }],
    ['status = "Nwo"', { code: 'unknown_option', at: '"Nwo"', hint: 'Did you mean Now?' }],
    ['rond(size) = 1', { code: 'unknown_function', at: 'rond', hint: 'Did you mean round?' }],
    ['size + title > 1', { code: 'wrong_kind', at: 'title', hint: undefined }],
    ['title = 3', { code: 'not_comparable', at: 'title = 3', hint: undefined }],
    [
      'labels = "a"',
      { code: 'not_comparable', at: 'labels = "a"', hint: 'Write labels has "…", or labels in ("…", "…").' },
    ],
    ['size > ', { code: 'unexpected_end', at: '', hint: undefined }],
    ['size > 1 size', { code: 'unexpected', at: 'size', hint: undefined }],
    ['title = "abc', { code: 'unclosed_text', at: '"abc', hint: undefined }],
    ['flag && isDone', { code: 'unexpected_character', at: '&', hint: 'Write and.' }],
    [
      'due > "yesterday"',
      { code: 'bad_date', at: '"yesterday"', hint: "Write '2026-03-01', today() or now() - 14d." },
    ],
    ['size = empty', { code: 'always_empty', at: 'empty', hint: 'Write is empty, or is not empty.' }],
    [
      'normalize(size, all) = 1',
      { code: 'bad_among', at: 'all', hint: 'Leave it out for all records of the space.' },
    ],
    ['round(size, 99) = 1', { code: 'bad_digits', at: '99', hint: undefined }],
    [
      'size',
      { code: 'wrong_kind', at: 'size', hint: 'Compare it with something, for example > 0 or is not empty.' },
    ],
  ])('%s', (text, problem) => {
    const found = problemOf(text);
    expect(found).toEqual(problem);
  });

  test('deep nesting and long texts are refused', () => {
    const codeOf = (text: string): unknown => (problemOf(text) as { code?: unknown }).code;
    expect(codeOf(`${'('.repeat(400)}flag${')'.repeat(400)}`)).toBe('too_deep');
    expect(codeOf(`size > ${'1 + '.repeat(150)}1`)).toBe('too_deep');
    expect(codeOf(`title = "${'x'.repeat(10_000)}"`)).toBe('too_long');
    expect(problemOf(Array.from({ length: 300 }, () => 'flag').join(' and '))).toBe('no problem');
  });
});

test('a formula that needs its own result is refused by name', () => {
  const broken = buildSchema([
    buildField('a', 'formula', { expression: 'b + 1' }),
    buildField('b', 'formula', { expression: 'c' }),
    buildField('c', 'formula', { expression: 'a * 2' }),
    buildField('d', 'formula', { expression: 'a' }),
  ]);
  const messages = [...broken.formulaProblems].map(([id, [problem]]) => [
    id,
    problem?.code,
    problem?.message,
  ]);
  expect(messages).toEqual([
    ['field_a', 'formula_cycle', 'The formula needs its own result: a → b → c → a.'],
    ['field_b', 'formula_cycle', 'The formula needs its own result: b → c → a → b.'],
    ['field_c', 'formula_cycle', 'The formula needs its own result: c → a → b → c.'],
    ['field_d', 'formula_broken', 'The formula of a has a mistake.'],
  ]);
});

test('an expression over a field that is gone says so', () => {
  const checked = checkExpression({ type: 'isEmpty', value: { type: 'field', field: 'field_gone' } }, schema);
  expect(checked.ok ? [] : checked.error.map((each) => each.code)).toEqual(['unknown_field']);
});

describe('completion offers', () => {
  const labels = (text: string) => {
    const found = complete(text, text.length, schema);
    return [text.slice(found.start), ...found.candidates.slice(0, 3).map((each) => each.insert)];
  };

  test('fields by the letters typed', () => {
    expect(labels('size > 1 and rea')).toEqual(['rea', 'reach', 'createdAt', 'createdBy']);
  });
  test('fields behind a text that is closed', () => {
    expect(labels('status in ("Now") and rea').slice(0, 2)).toEqual(['rea', 'reach']);
  });
  test('options of the field compared', () => {
    expect(labels('status in ("Now", "N')).toEqual(['"N', '"Next"', '"Now"', '"No weight"']);
  });
  test('operators behind a value', () => {
    expect(labels('labels ')).toEqual(['', 'has ', 'in (', 'is empty']);
  });
  test('the person who looks', () => {
    expect(labels('owner = ')[1]).toBe('me()');
  });
});
