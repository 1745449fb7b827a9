import { expect, it } from 'vitest';
import { suggestSlug } from './suggest-slug.ts';

it('makes addresses that a portal may have', () => {
  const names = ['Acme wishes', 'Wünsche & Ideen', '要望', 'A', `${'long '.repeat(30)}`];
  expect(names.map(suggestSlug)).toEqual([
    'acme-wishes',
    'wunsche-ideen',
    'portal',
    'portal-a',
    'long-long-long-long-long-long-long-long-long-long-long-long',
  ]);
});
