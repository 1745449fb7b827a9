import { textOf } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { buildWorkspace } from '@throughline/operations/testing';
import { expect, it } from 'vitest';
import { countVoices } from './count-voices.ts';
import { catchUp } from './run-sinks.ts';

describeDatabases('votes of customers', (test) => {
  it('stand behind the ideas that the feedback is linked to, as long as both last', async () => {
    const acme = await buildWorkspace(test.database);
    const make = async (entity: string, input: Record<string, string | number>) =>
      textOf((await acme.run(`${entity}.create`, { input }))['id']);
    const initech = await make('company', { name: 'Initech', revenue: 700 });
    const [ada, bob, eve] = [
      await make('contact', { name: 'Ada' }),
      await make('contact', { name: 'Bob', company: initech }),
      await make('contact', { name: 'Eve', company: initech }),
    ];
    const feedback = await make('feedback', { space: 'PROD', title: 'PDF please', contact: ada });
    const [pdf, print] = [
      await make('idea', { space: 'PROD', title: 'Export' }),
      await make('idea', { space: 'PROD', title: 'Print' }),
    ];
    for (const contact of [ada, bob]) await make('vote', { record: feedback, contact });
    const behind = async () => {
      await catchUp(acme.runtime, countVoices, acme.workspace);
      const { rows } = await test.database.query<{ title: string; contact: string; company: string | null }>(
        `select idea.title, contact.name as contact, insight.company from insight
         join idea on idea.id = insight.idea join contact on contact.id = insight.contact
         where insight.vote is not null and insight.archived_at is null order by 1, 2`,
      );
      return rows.map(({ title, contact, company }) => `${title}: ${contact}${company ? ', paying' : ''}`);
    };
    expect(await behind()).toEqual([]);
    const link = await make('insight', { idea: pdf, feedback, quote: 'PDF' });
    // Ada is quoted: her vote says nothing more.
    expect(await behind()).toEqual(['Export: Bob, paying']);
    const vote = await make('vote', { record: feedback, contact: eve });
    const second = await make('insight', { idea: print, feedback, contact: bob, quote: 'PDF' });
    expect(await behind()).toEqual([
      'Export: Bob, paying',
      'Export: Eve, paying',
      'Print: Ada',
      'Print: Eve, paying',
    ]);
    await acme.run('vote.delete', { id: vote });
    expect(await behind()).toEqual(['Export: Bob, paying', 'Print: Ada']);
    const once = await test.database.query('select id from insight order by id');
    await test.database.query('update sink_cursor set seq = 0');
    await behind();
    expect((await test.database.query('select id from insight order by id')).rows).toEqual(once.rows);
    await acme.run('idea.merge', { id: print, input: { from: [pdf] } });
    // Both are quoted on the one idea now.
    expect(await behind()).toEqual([]);
    await acme.run('insight.delete', { id: link });
    expect(await behind()).toEqual(['Print: Ada']);
    await acme.run('insight.delete', { id: second });
    expect(await behind()).toEqual([]);
  });
});
