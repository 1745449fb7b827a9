import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { readRecord } from '../reads/read-record.ts';
import {
  statusPart,
  fieldPart,
  viewPart,
  planned,
  recordOf,
  buildStandards,
} from '../testing/test-standards.ts';
import { compareAdoption, readFollowers } from './read-followers.ts';

describeDatabases('rights of standards', (test) => {
  it('is published by its owner and admins, adopted by admins of a space, and read by all', async () => {
    const acme = await buildStandards(test.database);
    const { make, adopt } = acme;
    const [eve, kim, vic] = [
      await acme.addPerson('Eve', 'editor'),
      await acme.addPerson('Kim', 'editor'),
      await acme.addPerson('Vic', 'viewer'),
    ];
    const standard = await make('standard', { name: 'Hers', parts: [statusPart('fixed', 'Idea')] }, eve);
    await expect(acme.run('standard.publish', { id: standard, input: {}, actor: kim })).rejects.toMatchObject(
      { code: 'forbidden' },
    );
    await acme.run('standard.publish', { id: standard, input: {}, actor: eve });
    for (const actor of [eve, kim, vic])
      await expect(
        acme.run('adoption.create', { input: { standard, space: 'PROD' }, actor }),
      ).rejects.toMatchObject({ code: 'forbidden' });
    const adoption = await adopt(standard);
    const seen = await readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: vic,
      entity: acme.runtime.model.entity('adoption'),
      id: textOf(adoption['id']),
    });
    expect(seen['version']).toBe(1);
    await expect(
      acme.run('adoption.delete', { id: textOf(adoption['id']), actor: kim }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await make('space', { key: 'HIDN', name: 'Hidden', access: 'private' });
    await expect(
      acme.run('adoption.create', { input: { standard, space: 'HIDN' }, actor: eve }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('tells nobody of views that are for a few, nor of fields of spaces that he does not see', async () => {
    const acme = await buildStandards(test.database);
    const { make, build, adopt, read } = acme;
    const [ann, mo] = [await acme.addPerson('Ann', 'editor'), await acme.addPerson('Mo', 'viewer')];
    const secret = { space: 'PROD', entity: 'idea', name: 'Layoffs', layout: 'list', access: 'restricted' };
    const query = { version: 1, entity: 'idea', order: [], group: [], aggregates: [], columns: ['title'] };
    await make('view', { ...secret, query });
    const taken = await make('standard', { name: 'As we work', source: 'PROD' });
    expect(JSON.stringify((await read('standard', taken))['parts'])).not.toContain('Layoffs');
    const standard = await build(viewPart('override', 'title'), fieldPart('deal', 'number'));
    const adoption = await adopt(standard);
    const input = { name: 'Layoffs', access: 'restricted' };
    await acme.run('view.update', { id: recordOf(adoption, 'view.ranked'), input });
    const { runtime, workspace } = acme;
    const shown = async (actor: Actor): Promise<string> =>
      JSON.stringify([
        await readFollowers(runtime, { workspace, actor, id: standard }),
        await compareAdoption(runtime, { workspace, actor, id: textOf(adoption['id']) }),
      ]);
    expect(await shown(acme.admin)).toContain('Layoffs');
    expect(await shown(mo)).not.toContain('Layoffs');
    await make('space', { key: 'HIDN', name: 'Hidden', access: 'private' });
    await make('field', { entity: 'idea', key: 'buyer', name: 'Acquirer', type: 'text', in: 'HIDN' });
    await make('space', { key: 'ANNS', name: 'Hers' });
    await make('membership', { person: textOf(ann.person), in: 'ANNS', role: 'admin' });
    const other = await build(fieldPart('buyer', 'number'));
    const dry = { standard: other, space: 'ANNS', dry: true };
    const notes = async (actor: Actor) =>
      planned(await acme.run('adoption.create', { input: dry, actor })).map((part) => part['notes']);
    expect(await notes(acme.admin)).toEqual([[{ code: 'key_taken', name: 'Acquirer', key: 'buyer_2' }]]);
    expect(await notes(ann)).toEqual([[{ code: 'key_taken', name: 'buyer', key: 'buyer_2' }]]);
  });
});
