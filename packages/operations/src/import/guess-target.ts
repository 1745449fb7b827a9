/** Which field a column of that name means. */
import { foldText, isId } from '@throughline/base';
import type { Entity, Field } from '@throughline/model';
import type { ColumnHint, SourceCell } from './import-source.ts';

/** A field's key, or one of the words below. */
export type TargetWord = string;

/** `id` is a record here, `externalId` its name where it comes from; `new` may name a type: `new:number`. */
export const TARGET_WORDS = ['id', 'externalId', 'contact.email', 'new', '-'] as const;

/** Read-only for people; an import brings them from where they were made. */
export const BROUGHT: ReadonlySet<string> = new Set(['createdAt', 'updatedAt', 'archivedAt', 'handledAt']);

export type Guess = { readonly target: TargetWord; readonly confidence: number };

type Synonyms = Readonly<Record<TargetWord, readonly string[]>>;

const ANY: Synonyms = {
  externalId: [
    'externalid',
    'issuekey',
    'issueid',
    'ticketid',
    'ticketnumber',
    'uuid',
    'guid',
    'postid',
    'id',
    'number',
    'ticket',
    'reference',
    'ref',
    'key',
  ],
  title: ['title', 'summary', 'subject', 'headline', 'name', 'titel', 'betreff', 'titre', 'titulo'],
  owner: ['owner', 'assignee', 'assignedto', 'responsible', 'pm', 'productmanager'],
  team: ['team', 'squad'],
  labels: ['labels', 'label', 'tags', 'tag', 'keywords'],
  createdAt: [
    'createdat',
    'created',
    'createddate',
    'datecreated',
    'creationdate',
    'createdon',
    'createdtime',
    'erstellt',
  ],
  updatedAt: [
    'updatedat',
    'updated',
    'updateddate',
    'lastupdated',
    'modified',
    'lastmodified',
    'modifiedat',
    'lastmodifieddate',
    'aktualisiert',
  ],
  link: ['link', 'url', 'permalink', 'weblink'],
};

const OF: Readonly<Record<string, Synonyms>> = {
  idea: {
    title: ['idea', 'feature', 'featurename', 'request', 'featurerequest'],
    description: ['description', 'details', 'body', 'content', 'text', 'beschreibung'],
    status: ['status', 'state', 'stage'],
    timeframe: ['timeframe', 'roadmapdate'],
  },
  feedback: {
    body: [
      'body',
      'text',
      'message',
      'feedback',
      'comment',
      'description',
      'content',
      'review',
      'verbatim',
      'words',
      'details',
      'answer',
      'beschreibung',
      'nachricht',
    ],
    contact: [
      'contact',
      'contactname',
      'customer',
      'customername',
      'author',
      'authorname',
      'user',
      'username',
      'from',
      'reporter',
      'requester',
      'submittedby',
      'createdby',
      'creator',
      'kunde',
      'name',
    ],
    'contact.email': [
      'email',
      'mail',
      'contactemail',
      'useremail',
      'authoremail',
      'customeremail',
      'emailaddress',
    ],
    company: [
      'company',
      'companyname',
      'organization',
      'organisation',
      'account',
      'accountname',
      'firma',
      'unternehmen',
    ],
    channel: ['channel', 'source'],
    receivedAt: ['receivedat', 'received', 'date', 'timestamp', 'submittedat', 'submitted', 'datum'],
    state: ['state', 'status'],
  },
  contact: {
    email: ['email', 'mail', 'emailaddress'],
    company: ['company', 'organization', 'organisation', 'account'],
    role: ['role', 'jobtitle', 'position'],
  },
  company: {
    domain: ['domain', 'website'],
    revenue: ['revenue', 'arr', 'mrr', 'acv'],
    plan: ['plan', 'tier'],
    name: ['company', 'companyname', 'organization', 'organisation', 'account'],
  },
};

export type Column = {
  readonly name: string;
  readonly samples: readonly SourceCell[];
  readonly hint?: ColumnHint;
  /** The file is an export of ours, so that its columns are called as our fields are, read-only ones too. */
  readonly isOwnExport?: boolean;
  /** Whether most of the samples could be values of a field. */
  readonly fits: (field: Field) => boolean;
};

/** The best guess for a column alone; null where it must become a field of its own. */
export function guessTarget(entity: Entity, fields: readonly Field[], column: Column): Guess | null {
  const writable = fields.filter((field) => field.readOnly !== true || BROUGHT.has(field.id));
  const has = (word: string): boolean =>
    word === 'id' ||
    word === 'externalId' ||
    writable.some((field) => field.key === word.split('.')[0] && (word.includes('.') || column.fits(field)));
  const { name, samples, hint } = column;
  const folded = foldName(name);
  if (folded === 'id' && samples.length > 0 && samples.every((value) => isId(value, entity.prefix)))
    return { target: 'id', confidence: 1 };
  const hinted = hintFor(entity, hint);
  if (
    hinted !== undefined &&
    (hinted.startsWith('new') ||
      writable.some((field) => field.key === hinted) ||
      hinted === 'externalId' ||
      hinted === '-')
  ) {
    const known = hinted.startsWith('new') ? findByName(writable.filter(column.fits), folded) : undefined;
    return { target: known ?? hinted, confidence: 0.95 };
  }
  const own = OF[entity.name] ?? {};
  const exact = findByName(column.isOwnExport === true ? fields : writable.filter(column.fits), folded);
  if (exact !== undefined) return { target: exact, confidence: 1 };
  for (const [target, words] of [...Object.entries(own), ...Object.entries(ANY)]) {
    const rank = words.indexOf(folded);
    if (rank >= 0 && has(target)) return { target, confidence: 0.9 - rank / 100 };
  }
  return null;
}

function hintFor(entity: Entity, hint: ColumnHint | undefined): TargetWord | undefined {
  if (hint === undefined || typeof hint === 'string') return hint;
  return entity.name === 'idea' || entity.name === 'feedback' ? hint[entity.name] : undefined;
}

function findByName(fields: readonly Field[], folded: string): string | undefined {
  const visible = fields.filter((field) => !field.hidden);
  return (
    visible.find((field) => foldName(field.key) === folded) ??
    visible.find((field) => foldName(field.name) === folded)
  )?.key;
}

export function foldName(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}
