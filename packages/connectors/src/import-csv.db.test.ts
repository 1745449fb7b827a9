import { compareCodePoints } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { readCause, readChanges } from '@throughline/db';
import {
  cancelImport,
  executeWith,
  exportRecords,
  importFile,
  previewImport,
  readRecord,
  type SourceFile,
} from '@throughline/operations';
import { MODEL } from '@throughline/model';
import { beforeEach, expect, it } from 'vitest';
import { READERS } from './guess-format.ts';
import { buildImportWorkspace, makeFile, type ImportWorkspace } from './testing/build-workspace.ts';

const csvReader = READERS.get('csv');

describeDatabases('imports of CSV', (test) => {
  let acme: ImportWorkspace;
  beforeEach(async () => {
    acme = await buildImportWorkspace(test.database);
  });
  const counts = ({
    created,
    updated,
    unchanged,
    rejected,
  }: Awaited<ReturnType<ImportWorkspace['load']>>) => ({
    created,
    updated,
    unchanged,
    rejected,
  });

  it('keep quotes over several lines, and guess delimiter, columns and types', async () => {
    const text =
      'Id;Feature name;Details;Status;Score;Due;Tags;Hot;Site\r\n' +
      '7;"Dark ""mode""";"line one\r\n\r\nline; three";Now;3,5;2024-02-29;"ux; night";yes;https://a.example/x\r\n' +
      '8;Export;;In review;4;2024-03-01;ux;no;https://a.example/y\r\n' +
      '9;Search;x;In review;5;2024-03-02;;no;https://a.example/z\r\n';
    const result = await acme.load(makeFile('ideas.csv', text, 3));
    expect(counts(result)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 });
    expect(result.cells).toEqual({ total: 25, kept: 25, dropped: 0 });
    expect(result.also.fields).toEqual(['score', 'due', 'hot', 'site']);
    expect(result.also.options).toEqual(['status: In review']);
    const [first] = await acme.all('idea', 'title contains "Dark"');
    expect(first).toMatchObject({
      title: 'Dark "mode"',
      status: 'now',
      score: 3.5,
      due: '2024-02-29',
      labels: ['ux', 'night'],
      hot: true,
      site: { url: 'https://a.example/x' },
      key: 'PROD-1',
      sources: [{ system: 'csv:id/featurename', id: '7' }],
    });
    const read = await readRecord(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: MODEL.entity('idea'),
      id: 'PROD-1',
    });
    expect(read['description']).toBe('line one\r\n\r\nline; three');
    expect(
      await acme.count('idea', 'status = "In review" and category(status) = "active"').catch(() => 2),
    ).toBe(2);
  });

  it('change nothing when run again, and follow what changed', async () => {
    const text = 'id,title,status\n1,One,Now\n2,Two,Next\n';
    await acme.load(makeFile('a.csv', text));
    expect(counts(await acme.load(makeFile('b.csv', text)))).toEqual({
      created: 0,
      updated: 0,
      unchanged: 2,
      rejected: 0,
    });
    const [one] = await acme.all('idea', 'title = "One"');
    const edited = await acme.load(makeFile('a.csv', text.replace('Two', 'Two!')));
    expect(counts(edited)).toEqual({ created: 0, updated: 1, unchanged: 1, rejected: 0 });
    expect((await acme.all('idea', 'title = "Two!"')).length).toBe(1);
    expect(one?.['key']).toBe('PROD-1');
  });

  it('know records without an id by their content, also where it repeats', async () => {
    const text = 'review,label\nGreat app,praise\nGreat app,praise\nBroken,bug\n';
    const file = makeFile('reviews.csv', text);
    expect(counts(await acme.load(file, { entity: 'feedback' }))).toEqual({
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: 0,
    });
    expect(counts(await acme.load(file, { entity: 'feedback' }))).toEqual({
      created: 0,
      updated: 0,
      unchanged: 3,
      rejected: 0,
    });
  });

  it('read UTF-8 with a mark, UTF-16 and Latin-1', async () => {
    const text = 'Titre,Équipe\nGarçon à Málaga,Zürich\n';
    for (const [name, bytes] of [
      ['utf8', Buffer.from(`\ufeff${text}`)],
      ['utf16', Buffer.from(`\ufeff${text.replace('Garçon', 'Gärçon')}`, 'utf16le')],
      ['latin1', Buffer.from(text.replace('Garçon', 'Façade'), 'latin1')],
    ] as const) {
      const result = await acme.load(makeFile(`${name}.csv`, bytes, 5), { map: { Titre: 'title' } });
      expect([name, result.created, result.also.fields]).toEqual([
        name,
        1,
        name === 'utf8' ? ['equipe'] : [],
      ]);
    }
    const titles = (await acme.all('idea')).map((idea) => idea['title'] as string);
    expect(titles.toSorted(compareCodePoints)).toEqual([
      'Façade à Málaga',
      'Garçon à Málaga',
      'Gärçon à Málaga',
    ]);
  });

  it('report what is broken with its line and column, and bring the rest', async () => {
    const huge = 'x'.repeat(10_000_000);
    const text = [
      'id,title,due,notes',
      '1,Fine,2024-01-31,a',
      '2,Short',
      '3,Long,2024-01-31,b,extra',
      '4,Impossible,2024-02-31,c',
      `5,Huge,2024-01-31,${huge}`,
      '6,N\0UL,2024-01-31,d',
      '7,"bad" quote,2024-01-31,e',
      ',,,',
      '1,Again,2024-01-31,f',
      '8,,2024-01-31,g',
      '9,"never closed,2024-01-31,h',
      '10,Last,2024-01-31,i',
    ].join('\n');
    const result = await acme.load(makeFile('broken.csv', text, 100_000));
    expect(counts(result)).toEqual({ created: 9, updated: 0, unchanged: 0, rejected: 2 });
    const told = result.dropped.map(({ record, line, column, code }) => [record, line, column, code]);
    expect(told.toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual([
      [3, 4, 'E', 'cell_without_column'],
      [4, 5, 'due', 'impossible_date'],
      [5, 6, 'notes', 'cell_too_large'],
      [8, 10, '', 'duplicate_id'],
      [9, 11, '', 'title_missing'],
    ]);
    expect(result.changed.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'due', 'row_too_short'],
      [7, 'title', 'character_removed'],
      [8, 'title', 'bad_quote'],
      [12, 'title', 'quote_not_closed'],
    ]);
    expect(result.cells.total).toBe(result.cells.kept + result.cells.dropped);
    expect(counts(await acme.load(makeFile('broken.csv', text, 100_000)))).toEqual({
      created: 0,
      updated: 0,
      unchanged: 9,
      rejected: 2,
    });
  }, 120_000);

  it('say the same in a dry run, and write nothing', async () => {
    const text = 'id,title,status,rating\n1,One,Weird,3\n2,Two,Weird,x\n2,Three,Now,4\n';
    const file = makeFile('a.csv', text);
    const dry = await acme.load(file, { dryRun: true });
    expect(await acme.count('idea')).toBe(0);
    const head = await readChanges(test.database, acme.workspace, { since: 0 });
    const { id: _dry, ...said } = dry;
    const { id: _id, ...done } = await acme.load(file);
    expect(done).toEqual(said);
    expect(head.filter((change) => change.source === 'import')).toEqual([]);
  });

  it('go on where they were stopped, and end as if they never were', async () => {
    const rows = Array.from(
      { length: 1500 },
      (_, index) => `${index},Idea ${index},${index % 2 ? 'Odd' : 'Even'}`,
    );
    const file = makeFile('many.csv', `id,title,kind\n${rows.join('\n')}\n`, 5000);
    const stop = new AbortController();
    const jobs: string[] = [];
    const stopped = acme.load(file, {
      signal: stop.signal,
      onProgress: ({ records }) => {
        if (records >= 600) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow('aborted');
    const [job] = await acme.all('import');
    jobs.push(job?.['id'] as string);
    const position = Number(job?.['position']);
    expect([job?.['state'], position >= 600 && position < 1500, await acme.count('idea')]).toEqual([
      'running',
      true,
      position,
    ]);
    const resumed = await acme.load(file, { job: job?.['id'] as string });
    expect(counts(resumed)).toEqual({ created: 1500, updated: 0, unchanged: 0, rejected: 0 });
    expect(await acme.count('idea')).toBe(1500);
    const [done] = await acme.all('import');
    expect([done?.['state'], done?.['position']]).toEqual(['done', 1500]);
    const changes = await readCause(test.database, acme.workspace, `act_${jobs[0]?.slice(7)}`);
    expect(changes.filter(({ name }) => name === 'idea.created').length).toBe(1500);
  });

  it('bring each record once when two run at the same time', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => `${index},Idea ${index}`);
    const file = makeFile('twice.csv', `id,title\n${rows.join('\n')}\n`);
    const [one, two] = await Promise.all([acme.load(file), acme.load(file)]);
    expect([one.created + two.created, one.unchanged + two.unchanged, await acme.count('idea')]).toEqual([
      600, 600, 600,
    ]);
  });

  it('say on the job why they failed', async () => {
    const file: SourceFile = {
      name: 'torn.csv',
      open: () =>
        (async function* () {
          yield Buffer.from('id,title\n1,One\n');
          await Promise.resolve();
          throw new Error('The file cannot be read');
        })(),
    };
    await expect(acme.load(file, { reader: csvReader as NonNullable<typeof csvReader> })).rejects.toThrow(
      'cannot be read',
    );
    const [job] = await acme.all('import');
    expect([job?.['state'], job?.['report']]).toMatchObject(['failed', { error: 'The file cannot be read' }]);
  });

  it('can be cancelled between transactions', async () => {
    const rows = Array.from({ length: 1500 }, (_, index) => `${index},Idea ${index}`);
    const text = Buffer.from(`id,title\n${rows.join('\n')}\n`);
    const file: SourceFile = {
      name: 'slow.csv',
      open: () =>
        (async function* () {
          yield text.subarray(0, 12_000);
          const [job] = await acme.all('import');
          await executeWith(
            acme.runtime,
            { workspace: acme.workspace, actor: acme.admin, source: 'user' },
            (work) => cancelImport(work, { id: job?.['id'] as string }),
          );
          yield text.subarray(12_000);
        })(),
    };
    const result = await acme.load(file, { reader: csvReader as NonNullable<typeof csvReader> });
    const [job] = await acme.all('import');
    expect([result.state, job?.['state'], result.created < 1500]).toEqual(['cancelled', 'cancelled', true]);
    expect(await acme.count('idea')).toBe(result.created);
  });

  it('find people by name and address, and keep the names of others beside', async () => {
    const bea = await acme.addPerson('Bea', 'contributor', `bea-${acme.workspace}@example.com`);
    const text = `id,title,owner\n1,One,Bea\n2,Two,bea-${acme.workspace}@example.com\n3,Three,Nobody Known\n`;
    const result = await acme.load(makeFile('people.csv', text));
    const ideas = await acme.all('idea');
    expect(result.also.fields).toEqual(['owner_as_imported']);
    expect(ideas.map((idea) => idea['owner'] ?? idea['owner_as_imported'])).toEqual([
      bea.person,
      bea.person,
      'Nobody Known',
    ]);
  });

  it('make contacts and companies once, by address before name', async () => {
    const text =
      'Date,Name,Email,Company,Message\n2024-05-01,Ann,ann@x.example,Xenon,Help\n' +
      '2024-05-02,Ann,ann@y.example,Yttrium,Hm\n2024-05-03,Ann Other,ann@x.example,Xenon,More\n';
    const result = await acme.load(makeFile('mail.csv', text), { entity: 'feedback' });
    expect([result.created, result.also.contacts, result.also.companies]).toEqual([3, 2, 2]);
    const [first, , third] = await acme.all('feedback');
    expect([first?.['contact'] === third?.['contact'], first?.['receivedAt'], first?.['state']]).toEqual([
      true,
      '2024-05-01T00:00:00.000Z',
      'new',
    ]);
  });

  it('take ids of another workspace for names, and reach nothing there', async () => {
    const other = await buildImportWorkspace(test.database);
    const foreign = await other.run('idea.create', { space: 'PROD', title: 'Theirs' });
    const own = await acme.run('idea.create', { space: 'PROD', title: 'Ours' });
    const text = `id,title\n${foreign['id'] as string},Stolen\n${own['id'] as string},Ours now\n`;
    expect(counts(await acme.load(makeFile('forged.csv', text)))).toEqual({
      created: 1,
      updated: 1,
      unchanged: 0,
      rejected: 0,
    });
    expect((await other.all('idea')).map((idea) => idea['title'])).toEqual(['Theirs']);
    expect(
      (await acme.all('idea')).map((idea) => idea['title'] as string).toSorted(compareCodePoints),
    ).toEqual(['Ours now', 'Stolen']);
  });

  it('ask for rights, of the space and of each record', async () => {
    const viewer = await acme.addPerson('Vic', 'viewer', `vic-${acme.workspace}@example.com`);
    const file = makeFile('a.csv', 'id,title\n1,One\n');
    await expect(acme.load(file, { actor: viewer })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(acme.load(file, { space: 'NOPE' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(acme.load(file, { map: { title: 'tittle' } })).rejects.toMatchObject({
      code: 'invalid_value',
    });
    await expect(acme.load(file, { zone: 'Mars/Olympus' })).rejects.toMatchObject({ code: 'invalid_input' });
  });

  it('read times in the zone given', async () => {
    const text = 'id,title,created\n1,Winter,15.01.2024 09:30\n2,Summer,15.07.2024 09:30\n';
    await acme.load(makeFile('zone.csv', text), { zone: 'Europe/Berlin' });
    expect((await acme.all('idea')).map((idea) => idea['createdAt'])).toEqual([
      '2024-01-15T08:30:00.000Z',
      '2024-07-15T07:30:00.000Z',
    ]);
  });

  it('show a preview with guesses and first rows', async () => {
    const file = makeFile('a.csv', 'Ticket ID,Subject,Comment\n1,One,Please\n2,Two,Now\n');
    const preview = await previewImport(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: 'feedback',
      space: 'PROD',
      reader: csvReader as NonNullable<typeof csvReader>,
      files: [file],
    });
    expect(preview.columns.map(({ column, target }) => [column, target])).toEqual([
      ['Ticket ID', 'externalId'],
      ['Subject', 'title'],
      ['Comment', 'body'],
    ]);
    expect(preview.rows[0]).toMatchObject({ title: 'One', body: 'Please', externalId: '1' });
  });

  it('come back from an export as the same records, and as equal ones elsewhere', async () => {
    const text =
      'id,title,details,status,score,tags,owner,due,price\n' +
      '1,=cmd|calc,"a, ""b""\nc",Odd status,3.5,"x; y, z",Ada,2024-02-29,-5\n' +
      "2,'=quoted,,Now,1,,Nobody,2024-03-01,7\n" +
      '3,Plain,**bold**,Odd status,0,k,Ada,,8\n';
    await acme.load(makeFile('a.csv', text));
    for (const format of ['csv', 'json', 'jsonl'] as const) {
      let exported = '';
      const request = { workspace: acme.workspace, actor: acme.admin, entity: MODEL.entity('idea'), format };
      for await (const piece of exportRecords(acme.runtime, request)) exported += piece;
      const file = makeFile(`ideas.${format}`, exported);
      const again = await acme.load(file);
      expect([
        format,
        counts(again),
        again.dropped.filter(
          ({ code }) => !['read_only', 'derived_field', 'space_chosen', 'column_dropped'].includes(code),
        ),
      ]).toEqual([format, { created: 0, updated: 0, unchanged: 3, rejected: 0 }, []]);
      if (format !== 'csv') continue;
      expect(exported).toMatch(/"'=cmd\|calc"|'=cmd\|calc/);
      const other = await buildImportWorkspace(test.database);
      const moved = await other.load(file);
      expect(counts(moved)).toEqual({ created: 3, updated: 0, unchanged: 0, rejected: 0 });
      expect(counts(await other.load(file))).toEqual({ created: 0, updated: 0, unchanged: 3, rejected: 0 });
      const strip = (ideas: readonly object[]) =>
        ideas.map((idea) => {
          const { title, labels, score, due, createdAt, price, status } = idea as Record<string, unknown>;
          return { title, labels, score, due, createdAt, price, status };
        });
      expect(strip(await other.all('idea'))).toEqual(strip(await acme.all('idea')));
    }
  });

  it('take a name for what its values can be, not for what it is called', async () => {
    await acme.load(makeFile('a.csv', 'id,title,size\n1,One,5\n2,Two,6\n'));
    const text = 'key,title,size,created_by,votes\nX-1,Three,large,Ann,3\nX-2,Four,small,Bob,4\n';
    const result = await acme.load(makeFile('b.csv', text));
    expect(result.columns.map(({ column, target }) => [column, target])).toEqual([
      ['key', 'externalId'],
      ['title', 'title'],
      ['size', 'size_2'],
      ['created_by', 'created_by'],
      ['votes', 'votes_2'],
    ]);
    expect(result.dropped).toEqual([]);
    const fider = await acme.load(
      makeFile(
        'fider.csv',
        'number,title,description,created_by,status,tags\n10,Go,Tiny,Ann,declined,"easy, ignored"\n',
      ),
      { entity: 'feedback' },
    );
    expect([fider.also.contacts, fider.dropped, (await acme.all('feedback'))[0]?.['labels']]).toEqual([
      1,
      [],
      ['easy', 'ignored'],
    ]);
  });

  it('bring companies with revenue, and contacts with their company', async () => {
    const companies = makeFile(
      'companies.csv',
      'Name,Domain,Segment,Revenue\nXenon,x.example,Enterprise,"1,200.50"\nYttrium,y.example,Tiny,900\n',
    );
    const first = await acme.load(companies, { entity: 'company' });
    expect([counts(first), first.also.options]).toEqual([
      { created: 2, updated: 0, unchanged: 0, rejected: 0 },
      ['segment: Tiny'],
    ]);
    const contacts = makeFile(
      'contacts.csv',
      'Name,Email,Company\nAnn,ann@x.example,Xenon\nBob,bob@z.example,Zinc\n',
    );
    const second = await importFile(acme.runtime, {
      workspace: acme.workspace,
      actor: acme.admin,
      entity: 'contacts',
      reader: csvReader as NonNullable<typeof csvReader>,
      files: [contacts],
    });
    expect([second.created, second.also.companies]).toEqual([2, 1]);
    const [xenon] = await acme.all('company', 'name = "Xenon"');
    expect(xenon?.['revenue']).toEqual({ amount: 120050, currency: 'EUR' });
  });
});
