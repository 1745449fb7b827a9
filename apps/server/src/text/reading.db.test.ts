import { describeDatabases } from '@throughline/db/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

describeDatabases('what the words of feedback tell', (test) => {
  let acme: TestServer;
  const read = async (title: string, body = '') => {
    const said = await acme.call('POST', '/feedback', { body: { space: 'PROD', title, body } });
    return acme.call<Record<string, unknown>>('GET', `/feedback/${said.body['id'] ?? ''}/reading`);
  };

  beforeAll(async () => {
    acme = await startTestServer(test.database);
  });
  afterAll(() => acme.close());

  it('is their language, mood, kind and need, with the words that told', async () => {
    const { body } = await read(
      'The export crashes every time',
      'It is terrible: we cannot work without it, this is a blocker for the whole team.',
    );
    expect(body).toMatchObject({
      language: 'en',
      sentiment: { value: 'negative', words: expect.arrayContaining(['terrible']) },
      kind: { value: 'defect' },
      need: { value: 'critical' },
    });
  });

  it('is the language alone where no wording is known', async () => {
    const { body } = await read('Bitte baut endlich eine dunkle Ansicht ein, das wäre wirklich sehr schön');
    expect(body).toEqual({ language: 'de' });
  });

  it('is nothing for words that are too few, and not told to who may not read them', async () => {
    expect((await read('🙂🙂')).body).toEqual({ language: null });
    expect((await acme.call('GET', '/feedback/feedback_00000000000000000000000000/reading')).status).toBe(
      404,
    );
  });
});
