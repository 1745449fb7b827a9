/** Which contacts may be one person, and which companies one customer: by rules that anybody can check. */
import { foldText } from '@throughline/base';
import { readText, readTexts } from '../fields/read-value.ts';
import type { ReplicaRecord } from './record-hub.ts';

export type SameRule = 'email' | 'name-and-company' | 'domain' | 'name';

export interface SamePair {
  readonly rule: SameRule;
  /** What both have, as it is compared. */
  readonly what: string;
  /** The older one, which the other would become part of. */
  readonly into: string;
  readonly from: string;
}

/** By address, whatever the case and without `+tag`; by name within one company. */
export function samePeople(contacts: readonly ReplicaRecord[]): readonly SamePair[] {
  const pairs = [
    ...pairsBy(contacts, 'email', ({ values }) => addressOf(readText(values['email']))),
    ...pairsBy(contacts, 'name-and-company', ({ values }) => {
      const [name, company] = [foldText(readText(values['name']).trim()), readText(values['company'])];
      // A first name alone is no sign.
      return company !== '' && name.includes(' ') ? `${company} ${name}` : '';
    }),
  ];
  return withoutRepeats(pairs);
}

/** By domain, without `www.`; by name, whatever the legal form. */
export function sameCompanies(companies: readonly ReplicaRecord[]): readonly SamePair[] {
  return withoutRepeats([
    ...pairsBy(companies, 'domain', ({ values }) => domainOf(readText(values['domain']))),
    ...pairsBy(companies, 'name', ({ values }) => companyName(readText(values['name']))),
  ]);
}

/** Companies by the domain of an address; that of a mail provider says nothing. */
export function companyOfAddress(
  email: string,
  companies: readonly ReplicaRecord[],
): ReplicaRecord | undefined {
  const domain = addressOf(email).split('@')[1] ?? '';
  if (domain === '' || PROVIDERS.has(domain)) return undefined;
  return companies.find(({ values }) => domainOf(readText(values['domain'])) === domain);
}

function pairsBy(
  records: readonly ReplicaRecord[],
  rule: SameRule,
  keyOf: (record: ReplicaRecord) => string,
): readonly SamePair[] {
  const first = new Map<string, ReplicaRecord[]>();
  const pairs: SamePair[] = [];
  for (const record of records) {
    const what = keyOf(record);
    if (what === '') continue;
    const others = first.get(what) ?? [];
    const into = others.find((other) => !isApart(other, record));
    if (into === undefined) first.set(what, [...others, record]);
    else pairs.push({ rule, what, into: into.id, from: record.id });
  }
  return pairs;
}

function isApart(one: ReplicaRecord, other: ReplicaRecord): boolean {
  return (
    readTexts(one.values['apart']).includes(other.id) || readTexts(other.values['apart']).includes(one.id)
  );
}

/** A pair that several rules find is told of once, by the first of them. */
function withoutRepeats(pairs: readonly SamePair[]): readonly SamePair[] {
  const seen = new Set<string>();
  return pairs.filter(({ from }) => !seen.has(from) && seen.add(from));
}

function addressOf(email: string): string {
  const [local = '', domain] = email.trim().toLowerCase().split('@');
  return domain === undefined || domain === '' ? '' : `${local.replace(/\+.*$/, '')}@${domain}`;
}

function domainOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '');
}

const LEGAL_FORMS =
  /[\s,]+(?:gmbh(?: & co\.? kg)?|ag|ug|kg|inc|incorporated|ltd|limited|llc|plc|corp|corporation|co|company|sa|s\.a|sas|sarl|srl|s\.r\.l|spa|s\.p\.a|bv|b\.v|nv|n\.v|oy|ab|as|aps|pty|pte)\.?$/u;

function companyName(name: string): string {
  let folded = foldText(name.trim());
  for (
    let shorter = folded.replace(LEGAL_FORMS, '');
    shorter !== folded;
    shorter = folded.replace(LEGAL_FORMS, '')
  )
    folded = shorter;
  return folded;
}

/** Of addresses that say nothing about where somebody works. */
const PROVIDERS: ReadonlySet<string> = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com gmx.de gmx.net web.de t-online.de freenet.de mail.com mail.ru yandex.ru qq.com 163.com 126.com orange.fr free.fr laposte.net wanadoo.fr libero.it zoho.com fastmail.com hey.com'.split(
    ' ',
  ),
);
