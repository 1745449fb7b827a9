import { textOf, type Json, type JsonObject } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { beforeAll, expect, it } from 'vitest';
import type { Actor } from '../access/actor.ts';
import { countHidden } from '../reads/count-hidden.ts';
import { listRecords } from '../reads/list-records.ts';
import { previewEdition } from '../share/read-published.ts';
import { readShared } from '../testing/read-shared.ts';
import { buildWorkspace, type TestWorkspace } from '../testing/test-workspace.ts';

const MAY = { start: '2026-05-12', end: '2026-05-20', precision: 'day' };

describeDatabases('a roadmap over several spaces', (test) => {
  let acme: TestWorkspace;
  let bob: Actor;
  let roadmap: string;
  let closed: string;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
    bob = await acme.addPerson('Bob', 'editor');
    await acme.run('membership.create', { input: { person: bob.person, in: acme.space, role: 'editor' } });
    closed = await idOf('space.create', { key: 'HIDE', name: 'Hidden', access: 'private' });
    await idOf('idea.create', { space: 'PROD', title: 'Heard of', status: 'now', timeframe: MAY });
    await idOf('idea.create', { space: 'PROD', title: 'Internal', status: 'next', labels: ['internal'] });
    await idOf('idea.create', { space: 'HIDE', title: 'Unheard of', status: 'now' });
    await idOf('idea.create', { space: 'HIDE', title: 'Not planned', status: 'new' });
    roadmap = await idOf('roadmap.create', {
      space: 'PROD',
      name: 'Product',
      spaces: ['PROD', 'HIDE'],
      access: 'limited',
    });
  });

  const idOf = async (operation: string, input: JsonObject, actor = acme.admin) =>
    textOf((await acme.run(operation, { actor, input }))['id']);
  const viewsOf = async (actor: Actor, name = roadmap) => {
    const entity = acme.runtime.model.entity('view');
    const request = { workspace: acme.workspace, actor, entity, sort: 'rank' };
    return (await listRecords(acme.runtime, request)).items.filter((view) => view['roadmap'] === name);
  };
  const share = async (input: JsonObject, actor = acme.admin) => acme.run('share.create', { actor, input });
  const titlesOf = async (secret: Json | undefined) => {
    const { views } = await readShared(acme.runtime, textOf(secret));
    return views.map(({ items }) =>
      items.map((item) => textOf(item['title'])).toSorted((a, b) => (a < b ? -1 : 1)),
    );
  };

  it('begins with views by stage, time, goal and team', async () => {
    expect((await viewsOf(bob)).map(({ name, layout, space }) => [name, layout, space])).toEqual([
      ['Now, next, later', 'board', acme.space],
      ['Timeline', 'timeline', acme.space],
      ['By goal', 'list', acme.space],
      ['By team', 'board', acme.space],
    ]);
  });

  it('takes only source spaces that whoever names them can see, and leaves the others in place', async () => {
    const input = { space: 'PROD', name: 'Peek', spaces: ['HIDE'] };
    await expect(acme.run('roadmap.create', { actor: bob, input })).rejects.toMatchObject({
      code: 'not_found',
    });
    const own = await acme.run('roadmap.create', {
      input: { ...input, access: 'open', spaces: ['HIDE', 'PROD'] },
    });
    const id = textOf(own['id']);
    const changed = await acme.run('roadmap.update', { actor: bob, id, input: { spaces: [closed] } });
    expect(changed['spaces']).toEqual([closed]);
    await expect(acme.run('roadmap.update', { actor: bob, id, input: { spaces: [] } })).rejects.toMatchObject(
      { body: { details: { code: 'required' } } },
    );
  });

  it('keeps its views for whom it is for', async () => {
    const id = await idOf('roadmap.create', {
      space: 'PROD',
      name: 'Board only',
      spaces: ['PROD'],
      access: 'restricted',
    });
    expect(await viewsOf(bob, id)).toEqual([]);
    const input = { space: 'PROD', name: 'Sneaked in', entity: 'idea', roadmap: id };
    await expect(acme.run('view.create', { actor: bob, input })).rejects.toMatchObject({
      code: 'invalid_value',
    });
    await acme.run('roadmap.update', { id, input: { readers: [bob.person] } });
    expect(await viewsOf(bob, id)).toHaveLength(4);
    const [view] = await viewsOf(acme.admin, id);
    await expect(
      acme.run('view.update', { id: textOf(view?.['id']), input: { access: 'open' } }),
    ).rejects.toMatchObject({ code: 'not_possible' });
  });

  it('tells how many records are hidden only where their space lets it, as one number', async () => {
    const [view] = await viewsOf(bob);
    const id = textOf(view?.['id']);
    const count = async (actor: Actor, of = id) =>
      (await countHidden(acme.runtime, { workspace: acme.workspace, actor, view: of })).hidden;
    expect(await count(bob)).toBe(0);
    await acme.run('space.update', { id: closed, input: { tellsHidden: true } });
    expect([await count(bob), await count(acme.admin)]).toEqual([1, 0]);
    const guess = {
      type: 'contains',
      value: { type: 'field', field: 'title' },
      item: { type: 'text', value: 'U' },
    };
    const query = {
      version: 1,
      entity: 'idea',
      order: [],
      group: [],
      aggregates: [],
      columns: [],
      where: guess,
    };
    const input = { space: 'PROD', name: 'Guess', entity: 'idea', roadmap, query };
    expect(await count(bob, await idOf('view.create', input))).toBe(0);
  });

  it('is published in the words, records and precision of its audience, and only from where one may', async () => {
    const views = await viewsOf(acme.admin);
    const input = {
      space: 'PROD',
      roadmap,
      name: 'For customers',
      views: [views[0]?.['id'] ?? ''],
      columns: ['title', 'status', 'timeframe'],
      wording: { fields: { status: 'Stage' }, options: { status: { now: 'Being built' } } },
      dates: 'quarter',
      condition: 'not (labels contains "internal")',
    };
    const edition = await idOf('edition.create', input);
    const made = await share({ edition });
    const { views: shown } = await readShared(acme.runtime, textOf(made['secret']));
    const status = shown[0]?.columns.find(({ key }) => key === 'status');
    expect([status?.name, status?.config.options?.find(({ key }) => key === 'now')?.name]).toEqual([
      'Stage',
      'Being built',
    ]);
    expect(await titlesOf(made['secret'])).toEqual([['Heard of', 'Unheard of']]);
    expect(shown[0]?.items.find((item) => item['title'] === 'Heard of')?.['timeframe']).toEqual({
      start: '2026-04-01',
      end: '2026-06-30',
      precision: 'quarter',
    });
    const ofBob = await share({ edition }, bob);
    const text = JSON.stringify(await readShared(acme.runtime, textOf(ofBob['secret'])));
    expect([text.includes('Heard of'), text.includes('Unheard'), text.includes('Internal')]).toEqual([
      true,
      false,
      false,
    ]);
    const seen = await previewEdition(acme.runtime, { workspace: acme.workspace, actor: bob, edition });
    expect(seen.views[0]?.items).toHaveLength(1);
  });

  it('leaves out of a page records without words for others', async () => {
    await acme.run('field.create', {
      input: { entity: 'idea', key: 'public_title', name: 'Public title', type: 'text' },
    });
    const [first] = await viewsOf(acme.admin);
    const idea = await idOf('idea.create', {
      space: 'PROD',
      title: 'Codename Falcon',
      status: 'now',
      public_title: 'Faster search',
    });
    expect(idea).toMatch(/^idea_/);
    const edition = await idOf('edition.create', {
      space: 'PROD',
      roadmap,
      name: 'Outside',
      views: [first?.['id'] ?? ''],
      columns: ['title'],
      titleFrom: 'public_title',
    });
    const made = await share({ edition, slug: 'what-comes' });
    expect(made['path']).toBe('/shared/what-comes');
    expect(await titlesOf('what-comes')).toEqual([['Faster search']]);
    await expect(share({ edition, slug: 'what-comes' })).rejects.toMatchObject({ code: 'already_exists' });
    await acme.run('share.revoke', { id: textOf(made['id']) });
    await expect(titlesOf('what-comes')).rejects.toMatchObject({ code: 'expired' });
  });

  it('stops being published when its publisher may no longer', async () => {
    const carol = await acme.addPerson('Carol', 'viewer');
    const membership = await idOf('membership.create', {
      person: carol.person,
      in: acme.space,
      role: 'editor',
    });
    const [view] = await viewsOf(carol);
    const made = await share({ view: view?.['id'] ?? '', columns: ['title'] }, carol);
    expect((await titlesOf(made['secret']))[0]).toContain('Heard of');
    await acme.run('membership.update', { id: membership, input: { role: 'viewer' } });
    await expect(titlesOf(made['secret'])).rejects.toMatchObject({ code: 'expired' });
  });
});
