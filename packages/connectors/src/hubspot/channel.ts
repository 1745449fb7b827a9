/**
 * HubSpot: why deals were lost. A webhook tells that a deal changed; the deal itself is asked for before HubSpot is
 * answered, so that it tries again where that is not possible now.
 */
import type { JsonObject } from '@throughline/base';
import type { Access, Channel, HookRequest, Reading, Said } from '../channel.ts';
import { listOf, objectOf, textOf } from '../json-value.ts';
import { lostDeal } from '../lost-deal.ts';
import { mustSucceed, OutsideFault } from '../outside-fault.ts';
import { fromIso, parseJson, parseObject } from '../parse-payload.ts';
import { headerOf, isFresh, isSignature } from '../signature.ts';
import { decodeUrl } from './decode-url.ts';

export const hubspot: Channel = {
  key: 'hubspot',
  settings: [
    {
      name: 'lostStage',
      label: 'Internal name of the lost stage',
      pattern: /^[\w-]{1,100}$/,
      example: 'closedlost',
      isOptional: true,
    },
  ],
  secrets: [
    { name: 'clientSecret', label: 'Client secret' },
    { name: 'accessToken', label: 'Access token' },
  ],
  origin: () => 'https://api.hubapi.com',
  hook: { isGenuine, read },
};

function isGenuine(request: HookRequest, { clientSecret: key = '' }: Readonly<Record<string, string>>) {
  const at = headerOf(request, 'x-hubspot-request-timestamp');
  return (
    isFresh(Number(at), request.now) &&
    request.urls.some((url) =>
      isSignature(
        headerOf(request, 'x-hubspot-signature-v3'),
        [request.method, decodeUrl(url), request.body, at],
        { algorithm: 'sha256', key, encoding: 'base64' },
      ),
    )
  );
}

const REASON = 'closed_lost_reason';
/** HubSpot sends up to a hundred events at once and waits five seconds. */
const MOST_DEALS = 100;

async function read({ body }: HookRequest, access: Access): Promise<Reading> {
  const events = listOf(parseJson(body)).map(objectOf);
  const changed = events.filter(
    ({ subscriptionType, propertyName }) =>
      subscriptionType === 'deal.propertyChange' && (propertyName === REASON || propertyName === 'dealstage'),
  );
  const deals = [
    ...new Set(changed.map(({ objectId }) => textOf(objectId)).filter((id) => id !== undefined)),
  ];
  const said = await Promise.all(deals.slice(0, MOST_DEALS).map((id) => readDeal(id, access)));
  return { said: said.flat() };
}

const PROPERTIES = ['dealname', 'amount', 'deal_currency_code', 'dealstage', 'closedate', REASON].join(',');

/** Empty for a deal that is open, won, or lost without a word. */
async function readDeal(id: string, access: Access): Promise<readonly Said[]> {
  const path = `/crm/v3/objects/deals/${encodeURIComponent(id)}?properties=${PROPERTIES}&associations=companies`;
  const deal = await ask(path, access);
  const properties = objectOf(deal['properties']);
  const reason = textOf(properties[REASON]);
  if (
    reason === undefined ||
    textOf(properties['dealstage']) !== (access.settings['lostStage'] ?? 'closedlost')
  )
    return [];
  const at = fromIso(properties['closedate']);
  return [
    lostDeal({
      id,
      name: textOf(properties['dealname']),
      reason,
      amount: textOf(properties['amount']),
      currency: textOf(properties['deal_currency_code']),
      company: await findCompany(deal, access),
      ...(at === undefined ? {} : { at }),
    }),
  ];
}

async function findCompany(deal: JsonObject, access: Access): Promise<string | undefined> {
  const companies = objectOf(objectOf(deal['associations'])['companies']);
  const id = textOf(objectOf(listOf(companies['results'])[0])['id']);
  if (id === undefined) return undefined;
  const path = `/crm/v3/objects/companies/${encodeURIComponent(id)}?properties=name`;
  return textOf(objectOf((await ask(path, access))['properties'])['name']);
}

async function ask(path: string, { ask: asks, secrets }: Access): Promise<JsonObject> {
  const token = secrets['accessToken'];
  if (token === undefined) throw new OutsideFault('The access token is missing.', { lasts: true });
  const headers = { authorization: `Bearer ${token}` };
  return parseObject(
    mustSucceed('HubSpot', await asks({ method: 'GET', path, headers, patience: 2000 })).body,
  );
}
