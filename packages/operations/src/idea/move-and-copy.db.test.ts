import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { expect, it } from 'vitest';
import { executeWith } from '../execute.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';
import { undoCause } from '../undo/undo-cause.ts';

type Spaces = TestWorkspace & { readonly lab: string; readonly idea: string };

/** An idea of PROD with values in fields that PROD alone has, and a space LAB with some fields of its own. */
async function buildSpaces(database: Parameters<typeof buildWorkspace>[0]): Promise<Spaces> {
  const acme = await buildWorkspace(database);
  const { run, space } = acme;
  const lab = textOf((await run('space.create', { input: { key: 'LAB', name: 'Lab' } }))['id']);
  const addField = async (input: JsonObject) => run('field.create', { input: { entity: 'idea', ...input } });
  const options = (...names: string[]) => ({ options: names.map((name) => ({ name })) });
  await addField({ key: 'size', name: 'Size', type: 'select', in: space, config: options('Small', 'Large') });
  await addField({
    key: 'lab_size',
    name: 'size',
    type: 'select',
    in: lab,
    config: options('Tiny', 'Large'),
  });
  await addField({ key: 'effort', name: 'Effort', type: 'number', in: space });
  await addField({ key: 'days', name: 'Days', type: 'text', in: lab });
  await addField({ key: 'mood', name: 'Mood', type: 'text', in: space });
  await addField({ key: 'reach', name: 'Reach', type: 'number' });
  const values = {
    title: 'Search',
    description: 'Find **all**',
    size: 'large',
    effort: 5,
    mood: 'glad',
    reach: 9,
  };
  const idea = textOf((await run('idea.create', { input: { space, ...values } }))['id']);
  return { ...acme, lab, idea };
}

const fitOf = (record: JsonObject) =>
  (record['fit'] as readonly { field: string; to: string | null; why: string | null }[]).map(
    ({ field, to, why }) => [field, to, why],
  );

describeDatabases('an idea that goes to another space', (test) => {
  it('takes along what fits by name or as mapped, and tells what does not', async () => {
    const { run, idea } = await buildSpaces(test.database);
    const move = { space: 'LAB', fields: { effort: 'days' } };
    const wanted = [
      ['size', 'lab_size', null],
      ['effort', 'days', null],
      ['mood', null, 'no_field'],
    ];
    const tried = await run('idea.move', { id: idea, input: { ...move, dry: true } });
    expect([fitOf(tried), tried['key'], tried['mood']]).toEqual([wanted, 'PROD-1', 'glad']);
    const moved = await run('idea.move', { id: idea, input: { ...move, values: { status: 'now' } } });
    expect([fitOf(moved), moved['key'], moved['lab_size'], moved['days'], moved['mood']]).toEqual([
      wanted,
      'LAB-1',
      'large',
      '5',
      undefined,
    ]);
    expect([moved['reach'], moved['status']]).toEqual([9, 'now']);
  });

  it('comes back whole by one undo', async () => {
    const { run, runtime, workspace, admin, idea } = await buildSpaces(test.database);
    await run('idea.move', { id: idea, input: { space: 'LAB' }, cause: 'act_move' });
    await executeWith(runtime, { workspace, actor: admin, source: 'api' }, undoCause('act_move'));
    const back = await run('idea.update', { id: idea, input: { reach: 10 } });
    expect([back['mood'], back['size'], back['effort'], back['reach']]).toEqual(['glad', 'large', 5, 10]);
  });

  it.each([
    [{ nothing: 'days' }, 'there is no field “nothing”'],
    [{ mood: 'size' }, 'there is no field “size” in the space it goes to'],
  ])('refuses the map %j', async (fields, message) => {
    const { run, idea } = await buildSpaces(test.database);
    await expect(run('idea.move', { id: idea, input: { space: 'LAB', fields } as Json })).rejects.toThrow(
      message,
    );
  });
});

describeDatabases('a copy of an idea', (test) => {
  it('is a clone in the same space, with what is asked for of its evidence and without its votes', async () => {
    const { run, space, idea } = await buildSpaces(test.database);
    await run('insight.create', { input: { space, idea, quote: 'Please' } });
    await run('vote.create', { input: { space, record: idea } });
    await run('comment.create', { input: { space, record: idea, body: 'Indeed' } });
    const clone = await run('idea.copy', { id: idea, input: { title: 'Search again', with: ['insights'] } });
    expect(clone).toMatchObject({
      key: 'PROD-2',
      title: 'Search again',
      size: 'large',
      effort: 5,
      mood: 'glad',
    });
    expect(clone).toMatchObject({ description: 'Find **all**', fit: [] });
    const count = async (entity: string, via: string) => {
      const { rows } = await test.database.query<{ count: number }>(
        `select count(*)::int as count from "${entity}" where ${via} = $1`,
        [clone['id']],
      );
      return rows[0]?.count;
    };
    expect([
      await count('insight', 'idea'),
      await count('comment', 'record'),
      await count('vote', 'record'),
    ]).toEqual([1, 0, 0]);
  });

  it('takes to another space what fits there', async () => {
    const { run, idea } = await buildSpaces(test.database);
    const copy = await run('idea.copy', { id: idea, input: { space: 'LAB' } });
    expect([copy['key'], copy['lab_size'], copy['mood']]).toEqual(['LAB-1', 'large', undefined]);
    expect(fitOf(copy)).toEqual([
      ['size', 'lab_size', null],
      ['effort', null, 'no_field'],
      ['mood', null, 'no_field'],
    ]);
  });

  it('is made by whoever may create there, and only there', async () => {
    const { run, idea, addPerson } = await buildSpaces(test.database);
    const reader = await addPerson('Grace', 'viewer');
    await expect(run('idea.copy', { id: idea, actor: reader, input: {} })).rejects.toThrow(
      'You may not create',
    );
  });
});
