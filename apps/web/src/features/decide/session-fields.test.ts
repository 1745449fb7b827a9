import type { Field } from '@throughline/model';
import { describe, expect, it } from 'vitest';
import { endsOf, numberOf, parseScales, scoreText, stepsOf, valueOf } from './session-fields.ts';

const make = (type: string, config: Field['config'] = {}): Field => ({
  id: `field_${type}`,
  key: type,
  name: type,
  type,
  config,
});
const sizes = make('select', {
  options: [
    { key: 's', name: 'Small', weight: 1 },
    { key: 'l', name: 'Large', weight: 5 },
    { key: 'x', name: 'Unknown' },
  ],
});
const price = make('number', { format: 'currency', currency: 'EUR' });

describe('the fields of a session', () => {
  it('read as nothing where they have another shape', () => {
    const scale = { field: 'field_1', key: 'one', name: 'One', type: 'number', config: { min: 1 } };
    expect(parseScales([scale, null, 3, { field: 'field_2' }, { ...scale, type: 'sound' }])).toEqual([
      { id: 'field_1', key: 'one', name: 'One', type: 'number', config: { min: 1 } },
    ]);
    expect(parseScales('none')).toEqual([]);
  });

  it('have ends where their type or their bounds give some', () => {
    expect(
      [make('rating'), make('slider'), make('number', { min: 1 }), make('number'), sizes].map(endsOf),
    ).toEqual([
      { least: 1, greatest: 5 },
      { least: 0, greatest: 100 },
      { least: 1 },
      {},
      { least: 1, greatest: 5 },
    ]);
  });

  it('take values in steps, at marks, or anywhere', () => {
    expect(
      [make('rating'), make('slider', { min: 10, step: 5 }), make('number'), sizes].map(stepsOf),
    ).toEqual([{ step: 1, from: 1 }, { step: 5, from: 10 }, {}, { marks: [1, 5] }]);
  });

  it('turn values into numbers and back', () => {
    expect([numberOf(sizes, 'l'), numberOf(sizes, 'x'), numberOf(sizes, 'gone')]).toEqual([
      5,
      undefined,
      undefined,
    ]);
    expect([valueOf(sizes, 5), valueOf(make('number'), 5)]).toEqual(['l', 5]);
    expect(numberOf(price, { amount: 1250, currency: 'EUR' })).toBe(12.5);
    expect(numberOf(make('number'), null)).toBeUndefined();
    expect([scoreText(sizes, 5), scoreText(make('number'), 5), scoreText(price, 5)]).toEqual([
      'Large',
      '5',
      '€5',
    ]);
  });
});
