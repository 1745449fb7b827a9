import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { readChanges, readHashedChanges, chainHash, GENESIS_HASH } from '@throughline/db';
import { beforeAll, expect, it } from 'vitest';
import { executeWith } from './execute.ts';
import { buildWorkspace, type TestWorkspace } from './testing/test-workspace.ts';
import { undoCause } from './undo/undo-cause.ts';
import { execute } from './execute.ts';

describeDatabases('operations', (test) => {
  let acme: TestWorkspace;
  beforeAll(async () => {
    acme = await buildWorkspace(test.database);
  });
  const createIdea = (title: string) => acme.run('idea.create', { input: { space: 'PROD', title } });

  it('write the row and the change together, with keys in order', async () => {
    const first = await createIdea('Dark mode');
    const second = await createIdea('Export as PDF');
    expect([first['key'], second['key'], first['status'], first['createdBy']]).toEqual([
      'PROD-1',
      'PROD-2',
      'new',
      acme.admin.person,
    ]);
    const changes = await readChanges(test.database, acme.workspace, { since: Number(first['seq']) - 1 });
    expect(changes.map((change) => [change.seq, change.name, change.id])).toEqual([
      [first['seq'], 'idea.created', first['id']],
      [second['seq'], 'idea.created', second['id']],
    ]);
  });

  it('chain each change to its predecessor by hash', async () => {
    let previous: Buffer = GENESIS_HASH;
    for (const { hash, seq: _seq, ...change } of await readHashedChanges(test.database, acme.workspace, {
      since: 0,
    })) {
      previous = chainHash(previous, change);
      expect(hash.equals(previous)).toBe(true);
    }
  });

  it('refuse values that do not fit, naming field, value and remedy', async () => {
    const attempt = (input: Record<string, string | number>) =>
      acme
        .run('idea.create', { input: { space: 'PROD', title: 'x', ...input } })
        .catch((error) => error.body.message);
    expect(await attempt({ status: 'nope' })).toMatch(/“nope” is no option of Status; known: New, Exploring/);
    expect(await attempt({ Tittle: 'x' })).toBe('ideas have no field “Tittle”.');
    expect(await attempt({ votes: 3 })).toBe('Votes is set by Throughline and cannot be written.');
    expect(await attempt({ owner: 'person_00000000000000000000000000' })).toMatch(
      /there is no record person_0/,
    );
    expect(await attempt({ title: 'a\0b' })).toBe('Title: The text holds a NUL character.');
  });

  it('answer a repeated idempotency key with the first answer, and refuse it for other content', async () => {
    const request = { input: { space: 'PROD', title: 'Once' }, idempotencyKey: 'k1' };
    const [one, two] = await Promise.all([
      acme.run('idea.create', request),
      acme.run('idea.create', request),
    ]);
    expect(two).toEqual(one);
    await expect(
      acme.run('idea.create', { ...request, input: { space: 'PROD', title: 'Twice' } }),
    ).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
  });

  it('refuse a stale edit of the same field with both values, and let other fields stand beside it', async () => {
    const idea = await createIdea('Search');
    const id = textOf(idea['id']);
    const base = Number(idea['seq']);
    await acme.run('idea.update', { id, input: { title: 'Search everywhere' }, ifMatch: base });
    await acme.run('idea.update', { id, input: { labels: ['ux'] }, ifMatch: base });
    await expect(
      acme.run('idea.update', { id, input: { title: 'Find' }, ifMatch: base }),
    ).rejects.toMatchObject({
      code: 'stale_edit',
      body: {
        details: { fields: { title: { base: 'Search', yours: 'Find', theirs: 'Search everywhere' } } },
      },
    });
  });

  it('merge ideas with votes, insights and comments, and undo it as one act', async () => {
    const into = textOf((await createIdea('Dark theme'))['id']);
    const from = textOf((await createIdea('Night mode'))['id']);
    const bob = await acme.addPerson('Bob', 'contributor');
    await acme.run('vote.create', { input: { record: into, weight: 1 } });
    await acme.run('vote.create', { input: { record: from, weight: 3 } });
    await acme.run('vote.create', { input: { record: from }, actor: bob });
    const insight = await acme.run('insight.create', { input: { idea: from, quote: 'My eyes hurt' } });
    const comment = await acme.run('comment.create', { input: { record: from, body: 'Me too' } });
    const { cause } = await execute(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      source: 'api',
      operation: 'idea.merge',
      id: into,
      input: { from: [from] },
    });
    const read = async () => {
      const { rows } = await test.database.query<{
        votes: string[];
        insight: string;
        comment: string;
        merged: string;
      }>(
        `select array(select record || ' ' || weight from vote where workspace_id = $1 and record = any($4) order by 1) as votes,
           (select idea from insight where id = $2) as insight, (select record from comment where id = $3) as comment,
           (select merged_into from idea where id = $5) as merged`,
        [acme.workspace, insight['id'], comment['id'], [into, from], from],
      );
      return rows[0];
    };
    expect(await read()).toEqual({
      votes: [`${into} 1`, `${into} 3`],
      insight: into,
      comment: into,
      merged: into,
    });
    await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'api' },
      undoCause(cause),
    );
    expect(await read()).toEqual({
      votes: [`${into} 1`, `${from} 1`, `${from} 3`].toSorted(),
      insight: from,
      comment: from,
      merged: null,
    });
  });

  it('let a contributor edit what is his own and nothing else', async () => {
    const bob = await acme.addPerson('Ben', 'contributor');
    const eve = await acme.addPerson('Eve', 'viewer');
    const own = await acme.run('idea.create', { input: { space: 'PROD', title: 'Mine' }, actor: bob });
    const other = await createIdea('Not mine');
    await acme.run('idea.update', { id: textOf(own['id']), input: { title: 'Still mine' }, actor: bob });
    await expect(
      acme.run('idea.update', { id: textOf(other['id']), input: { title: 'x' }, actor: bob }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      acme.run('idea.create', { input: { space: 'PROD', title: 'x' }, actor: eve }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await acme.run('comment.create', { input: { record: textOf(other['id']), body: 'Nice' }, actor: eve });
  });

  it('tell nothing of a private space to who is not in it', async () => {
    const bob = await acme.addPerson('Bill', 'editor');
    await acme.run('space.create', { input: { key: 'SECRET', name: 'Secret', access: 'private' } });
    const idea = await acme.run('idea.create', { input: { space: 'SECRET', title: 'Hidden' } });
    await expect(
      acme.run('idea.update', { id: textOf(idea['id']), input: { title: 'x' }, actor: bob }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      acme.run('idea.create', { input: { space: 'SECRET', title: 'x' }, actor: bob }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      acme.run('comment.create', { input: { record: textOf(idea['id']), body: 'x' }, actor: bob }),
    ).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('refuse changes to the log by SQL', async () => {
    await expect(test.database.query('delete from change')).rejects.toThrow(/append-only/);
  });

  it('add custom fields and take values for them by key', async () => {
    await acme.run('field.create', { input: { entity: 'idea', name: 'Reach', type: 'number' } });
    await acme.run('field.create', {
      input: {
        entity: 'idea',
        name: 'Effort',
        type: 'select',
        config: {
          options: [
            { name: 'Small', weight: 1 },
            { name: 'Large', weight: 5 },
          ],
        },
      },
    });
    const idea = await acme.run('idea.create', {
      input: { space: 'PROD', title: 'Custom', reach: 400, effort: 'Large' },
    });
    expect([idea['reach'], idea['effort']]).toEqual([400, 'large']);
    const cleared = await acme.run('idea.update', { id: textOf(idea['id']), input: { reach: null } });
    expect(cleared['reach']).toBeUndefined();
  });

  it('let a field of times, which only imports make, be named and configured anew', async () => {
    const { result } = await executeWith(
      acme.runtime,
      { workspace: acme.workspace, actor: acme.admin, source: 'import' },
      async (work) => {
        const values = { entity: 'idea', key: 'resolved', name: 'Resolved', type: 'timestamp', config: {} };
        const [made] = await work.insert(work.entity('field'), [{ values }]);
        return { id: made?.id ?? '' };
      },
    );
    const input = { name: 'Resolved at', config: {} };
    expect(await acme.run('field.update', { id: textOf(result['id']), input })).toMatchObject({
      name: 'Resolved at',
    });
    await expect(
      acme.run('field.create', { input: { entity: 'idea', name: 'Seen', type: 'timestamp' } }),
    ).rejects.toMatchObject({ code: 'invalid_value' });
  });

  it('check formulas against the fields, with the place of the error, and refuse one that needs itself', async () => {
    const formula = (name: string, expression: string) =>
      acme.run('field.create', { input: { entity: 'idea', name, type: 'formula', config: { expression } } });
    await formula('Value', 'votes * 2');
    const text = await formula('Shout', 'concat(title, "!")');
    expect(text['config']).toEqual({ expression: 'concat(title, "!")', result: 'text' });
    await expect(formula('Broken', 'votes * nothing_here')).rejects.toMatchObject({
      code: 'invalid_expression',
      body: { details: { problems: [{ start: 8, end: 20 }] } },
    });
    const value = await formula('Second', 'value + 1');
    await expect(
      acme.run('field.update', { id: textOf(value['id']), input: { config: { expression: 'second + 1' } } }),
    ).rejects.toMatchObject({ code: 'invalid_expression' });
  });
});
