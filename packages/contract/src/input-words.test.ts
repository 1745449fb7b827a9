import { expect, it } from 'vitest';
import { parseInput } from './inputs.ts';
import { Refusal } from './refusal.ts';
import type { Json } from '@throughline/base';

function refusalOf(operation: string, input: Json | undefined): readonly [string, string] {
  try {
    parseInput(operation, input);
  } catch (error) {
    if (error instanceof Refusal) return [error.body.message, error.body.fix];
    throw error;
  }
  return ['taken', ''];
}

it.each<readonly [string, Json | undefined, string]>([
  ['adoption.create', undefined, 'The request takes an object of fields, not nothing.'],
  ['adoption.create', [], 'The request takes an object of fields, not a list.'],
  ['adoption.create', { space: 'PROD' }, '“standard” is missing.'],
  ['adoption.create', { standard: 5, space: 'PROD' }, '“standard” takes a text, not 5.'],
  ['adoption.create', { standard: 'x', space: '' }, '“space” is empty.'],
  ['space.apply', { template: 'rice', start: 'yes' }, '“start” takes true or false, not “yes”.'],
  ['adoption.update', { take: 'all' }, '“take” takes a list, not “all”.'],
  ['scoring.agree', { items: [{ values: {} }] }, '“items.0.record” is missing.'],
  ['scoring.repeat', { records: [] }, '“records” is empty.'],
  [
    'idea.copy',
    { with: ['songs'] },
    '“with.0” is one of insights, comments, attachments, connections, not “songs”.',
  ],
  ['invitation.create', { role: 'editor', email: 'x' }, '“email” is not an e-mail address: “x”.'],
  ['invitation.create', { role: 'editor', days: 900 }, '“days” takes 90 at most.'],
])('%s says of %j: %s', (operation, input, message) => {
  expect(refusalOf(operation, input)[0]).toBe(message);
});

it('says what belongs there, where that is known', () => {
  expect(refusalOf('adoption.create', { standard: 'x' })[1]).toBe(
    'Give it: Key or id of the space that adopts it.',
  );
});
