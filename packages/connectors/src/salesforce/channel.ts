/**
 * Salesforce: why opportunities were lost, asked for by SOQL over REST. Chosen over outbound messages because those
 * are not signed. The connected app gets its token by the client credentials flow, which needs no person to renew it.
 */
import type { JsonObject } from '@throughline/base';
import type { Access, Channel, Polled, Said } from '../channel.ts';
import { listOf, objectOf, textOf } from '../json-value.ts';
import { lostDeal } from '../lost-deal.ts';
import { mustSucceed, OutsideFault } from '../outside-fault.ts';
import { fromIso, parseObject } from '../parse-payload.ts';

export const salesforce: Channel = {
  key: 'salesforce',
  settings: [
    {
      name: 'domain',
      label: 'My Domain',
      pattern: /^[a-z0-9][a-z0-9-]{0,79}(?:\.sandbox|\.develop)?$/,
      example: 'acme',
    },
    {
      name: 'reasonField',
      label: 'API name of the field that says why',
      pattern: /^[A-Za-z]\w{0,79}$/,
      example: 'Loss_Reason__c',
    },
  ],
  secrets: [
    { name: 'consumerKey', label: 'Consumer key' },
    { name: 'consumerSecret', label: 'Consumer secret' },
  ],
  origin: ({ domain }) => (domain === undefined ? null : `https://${domain}.my.salesforce.com`),
  poll,
};

const PAGE = 200;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d{4})$/;

/** The cursor is the newest `SystemModstamp` read; those of the same instant come again and are known by their ids. */
async function poll(since: string | null, access: Access): Promise<Polled> {
  const { reasonField = 'Description', domain = '' } = access.settings;
  const after = since !== null && INSTANT.test(since) ? ` AND SystemModstamp >= ${since}` : '';
  const soql = [
    `SELECT Id, Name, Amount, CloseDate, SystemModstamp, Account.Name, ${reasonField}`,
    `FROM Opportunity WHERE IsClosed = true AND IsWon = false${after}`,
    `ORDER BY SystemModstamp, Id LIMIT ${PAGE}`,
  ].join(' ');
  const headers = { authorization: `Bearer ${await takeToken(access)}` };
  const path = `/services/data/v60.0/query?q=${encodeURIComponent(soql)}`;
  const answer = mustSucceed('Salesforce', await access.ask({ method: 'GET', path, headers }));
  const records = listOf(parseObject(answer.body)['records']).map(objectOf);
  const newest = textOf(records.at(-1)?.['SystemModstamp']);
  return {
    said: records.flatMap((record) => readOpportunity(record, { reasonField, domain })),
    cursor: newest ?? since ?? '',
    // A full page of one instant cannot be gone past: the rest waits for the next time.
    hasMore: records.length === PAGE && newest !== since,
  };
}

function readOpportunity(
  record: JsonObject,
  { reasonField, domain }: { readonly reasonField: string; readonly domain: string },
): readonly Said[] {
  const [id, reason] = [textOf(record['Id']), textOf(record[reasonField])];
  if (id === undefined || reason === undefined) return [];
  const at = fromIso(record['CloseDate']);
  return [
    lostDeal({
      id,
      name: textOf(record['Name']),
      reason,
      amount: textOf(record['Amount']),
      currency: undefined,
      company: textOf(objectOf(record['Account'])['Name']),
      link: `https://${domain}.lightning.force.com/lightning/r/Opportunity/${id}/view`,
      ...(at === undefined ? {} : { at }),
    }),
  ];
}

async function takeToken({ ask, secrets }: Access): Promise<string> {
  const { consumerKey = '', consumerSecret = '' } = secrets;
  const form = { grant_type: 'client_credentials', client_id: consumerKey, client_secret: consumerSecret };
  const answer = await ask({
    method: 'POST',
    path: '/services/oauth2/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });
  const token = textOf(parseObject(mustSucceed('Salesforce', answer).body)['access_token']);
  if (token === undefined) throw new OutsideFault('Salesforce gave no token.', { lasts: false });
  return token;
}
