import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { must } from '@throughline/base';
import { describeDatabases } from '@throughline/db/testing';
import { runDueSurveys, sendSurveys } from '@throughline/operations';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeDeliverSurvey } from '../mail/deliver-survey.ts';
import { openMailer } from '../mail/mailer.ts';
import { makePortalKeys, type PortalKeys } from '../portal/portal-keys.ts';
import { openMailBox, type MailBox } from '../testing/mail-box.ts';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

type Item = Readonly<Record<string, unknown>>;

describeDatabases('a survey', (test) => {
  let acme: TestServer;
  let box: MailBox;
  let keys: PortalKeys;
  let survey: string;
  beforeAll(async () => {
    box = await openMailBox();
    acme = await startTestServer(test.database);
    keys = makePortalKeys(await readFile(join(acme.directory, 'secret'), 'utf8'));
    const question = 'How likely are you to recommend <b>Acme</b>?';
    const body = { space: 'PROD', name: 'NPS', slug: 'nps', kind: 'nps', question, language: 'de' };
    survey = await make('surveys', body);
  });
  afterAll(async () => {
    await box.close();
    await acme.close();
  });

  async function make(collection: string, body: Item): Promise<string> {
    const answer = await acme.call('POST', `/${collection}`, { body });
    return must(answer.body['id'], JSON.stringify(answer.body));
  }
  const patch = (id: string, body: Item) => acme.call<Item>('PATCH', `/surveys/${id}`, { body });
  const get = async (path: string) => {
    const answer = await fetch(`${acme.url}${path}`);
    return {
      status: answer.status,
      text: await answer.text(),
      policy: answer.headers.get('content-security-policy'),
    };
  };
  const post = async (slug: string, form: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${acme.url}/survey/${slug}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    return { status: answer.status, text: await answer.text() };
  };
  const list = async (path: string) => (await acme.call<{ items: readonly Item[] }>('GET', path)).body.items;
  const send = () => {
    const mailer = openMailer({ THROUGHLINE_MAIL_URL: box.url, THROUGHLINE_MAIL_FROM: 'acme@example.com' });
    const mails = { mailer: must(mailer), keys, url: 'http://127.0.0.1:3000' };
    return sendSurveys(acme.server.runtime, makeDeliverSurvey(mails));
  };
  const results = async (id: string) => (await acme.call<Item>('GET', `/surveys/${id}/results`)).body;

  it('shows strangers nothing before it is open, then its question, escaped and without script', async () => {
    expect((await get('/survey/nps')).status).toBe(404);
    expect((await get('/survey/none')).status).toBe(404);
    expect((await patch(survey, { state: 'open' })).status).toBe(200);
    const page = await get('/survey/nps');
    expect([page.status, page.policy]).toEqual([200, expect.stringContaining("default-src 'none'")]);
    expect(page.text).toContain('recommend &lt;b&gt;Acme&lt;/b&gt;?');
    expect(page.text).toContain('Äußerst wahrscheinlich');
    expect(page.text).not.toContain('<script');
  });

  it('takes an answer once for a form, and what was written as feedback', async () => {
    const once = 'a'.repeat(20);
    const form = { once, score: '9', words: 'Fast <script>' };
    expect((await post('nps', form)).text).toContain('Danke.');
    expect((await post('nps', form)).status).toBe(200);
    const [answer, ...others] = await list(`/responses?filter=${encodeURIComponent(`survey = "${survey}"`)}`);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ score: 9, answeredAt: expect.any(String) });
    const [feedback] = await list('/feedback?filter=channel%20%3D%20%22survey%22');
    expect(feedback).toMatchObject({ id: answer?.['feedback'], title: 'Fast <script>', state: 'new' });
  });

  it('refuses what is no answer, and says so beside the form', async () => {
    for (const score of ['', '11', '-1', '5.5', 'x']) {
      const answer = await post('nps', { score, words: 'kept' });
      expect([answer.status, answer.text.includes('Bitte wählen'), answer.text.includes('kept')]).toEqual([
        422,
        true,
        true,
      ]);
    }
    expect((await post('nps', { score: '3', words: 'x'.repeat(20_001) })).status).toBe(422);
  });

  it('is mailed to a contact once, with a link that counts once, and to nobody who left', async () => {
    const company = await make('companies', { name: 'Lee Ltd' });
    const ann = await make('contacts', { name: 'Ann', email: 'ann@example.com', company });
    const left = await make('contacts', {
      name: 'Bo',
      email: 'bo@example.com',
      unsubscribedAt: '2024-01-01T00:00:00Z',
    });
    const silent = await make('contacts', { name: 'Cy' });
    const run = () =>
      acme.call<Item>('POST', `/surveys/${survey}/run`, { body: { contacts: [ann, left, silent] } });
    expect((await run()).body).toMatchObject({ asked: 1, left: 2 });
    expect((await run()).body).toMatchObject({ asked: 0 });
    expect([await send(), await send()]).toEqual([1, 0]);
    const mail = must(box.mails.at(-1));
    const text = mail.source.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
    const path = must(/\/survey\/nps\?t=\S+/.exec(text)?.[0]);
    expect(text).toContain('/unsubscribe?token=');
    const token = must(path.split('t=')[1]);
    expect((await post('nps', { t: token, score: '2', words: 'Too slow' })).status).toBe(200);
    expect((await post('nps', { t: token, score: '10', words: '' })).status).toBe(409);
    expect((await get(path)).text).toContain('schon geantwortet');
    const [mine, ...more] = await list(`/responses?filter=${encodeURIComponent('score = 2')}`);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({ contact: ann, company, state: 'sent', score: 2 });
    const [feedback] = await list(`/feedback?filter=${encodeURIComponent('title = "Too slow"')}`);
    expect(feedback).toMatchObject({ contact: ann, company, channel: 'survey' });
  });

  it('takes a token of another survey or of nobody for a stranger', async () => {
    const other = keys.sign('survey', ['elsewhere', 'response_1'], Date.now() + 1000);
    expect((await post('nps', { t: other, score: '8', words: '' })).status).toBe(200);
    expect((await post('nps', { t: 'x.y', score: '8', words: '' })).status).toBe(200);
  });

  it('tells the score with its margin, as a whole and by month', async () => {
    expect(await results(survey)).toMatchObject({
      kind: 'nps',
      asked: 1,
      all: { answers: 4, promotion: { promoters: 1, passives: 2, detractors: 1, score: 0 } },
      months: [{ answers: 4 }],
    });
  });

  it('asks again after the days it says, and nobody else', async () => {
    await patch(survey, { everyDays: 30 });
    const due = () => runDueSurveys(acme.server.runtime, (error) => expect(error).toBeUndefined());
    expect(await due()).toBe(0);
    await test.database.query(`update response set created_at = created_at - interval '31 days'`);
    expect([await due(), await due(), await send()]).toEqual([1, 0, 1]);
  });

  it('puts a Kano pair into its category, and needs both questions to open', async () => {
    const body = { space: 'PROD', name: 'Dark', slug: 'dark', kind: 'kano', question: 'With a dark theme?' };
    const kano = await make('surveys', body);
    expect((await patch(kano, { state: 'open' })).status).toBe(422);
    await patch(kano, { opposite: 'Without it?' });
    expect((await patch(kano, { state: 'open' })).status).toBe(200);
    expect((await post('dark', { score: '1', words: '' })).status).toBe(422);
    await post('dark', { score: '1', opposite: '3', words: '' });
    expect(await results(kano)).toMatchObject({
      all: { answers: 1, kano: { category: 'attractive', better: 1, worse: 0 } },
    });
  });

  it('is over for everybody once it is closed, and its address is one survey’s alone', async () => {
    await patch(survey, { state: 'closed' });
    expect((await get('/survey/nps')).status).toBe(410);
    expect((await post('nps', { score: '1', words: '' })).status).toBe(409);
    const body = { space: 'PROD', name: 'Again', slug: 'nps', kind: 'text', question: 'What else?' };
    expect((await acme.call('POST', '/surveys', { body })).status).toBe(409);
  });
});
