import { describe, expect, it } from 'vitest';
import { allOf, whoseQuery } from './whose-query.ts';

describe('whose feedback the inbox shows', () => {
  it('is everybody’s where the address names nobody', () => {
    expect(whoseQuery(undefined, 'person_1')).toBeUndefined();
  });

  it('is what is assigned to whoever looks', () => {
    expect(whoseQuery('me', 'person_1')).toMatchObject({
      left: { field: 'owner' },
      right: { type: 'record', id: 'person_1' },
    });
  });

  it('is what has neither an owner nor a team, or a team’s', () => {
    expect(whoseQuery('none', 'person_1')).toMatchObject({ type: 'and', items: [{}, {}] });
    expect(whoseQuery('team_1', 'person_1')).toMatchObject({ left: { field: 'team' } });
  });

  it('narrows a tab, and stands alone where the tab is all', () => {
    const mine = whoseQuery('me', 'person_1');
    expect(allOf(undefined, mine)).toBe(mine);
    expect(allOf(mine, mine)).toEqual({ type: 'and', items: [mine, mine] });
  });
});
