import { expect, test } from 'vitest';
import { matchPath } from './match-path.ts';

test('parts of a path are read by their names', () => {
  expect([
    matchPath('/s/$space/$entity/$key', '/s/PROD/idea/PROD-12'),
    matchPath('/s/$space', '/s/A%20B/'),
    matchPath('/', '/'),
  ]).toEqual([{ space: 'PROD', entity: 'idea', key: 'PROD-12' }, { space: 'A B' }, {}]);
});

test('longer, shorter, other and broken paths do not match', () => {
  expect([
    matchPath('/s/$space', '/s/PROD/idea'),
    matchPath('/s/$space', '/s/'),
    matchPath('/s/$space', '/t/PROD'),
    matchPath('/s/$space', '/s/%E0%A4%A'),
  ]).toEqual([undefined, undefined, undefined, undefined]);
});
