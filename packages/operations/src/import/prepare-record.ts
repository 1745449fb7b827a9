/**
 * From a record of the source to values of ours. Looks nothing up in the database: references stay names until
 * the batch is written.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, isId, type Json } from '@throughline/base';
import { LIMITS, type Model, type Values } from '@throughline/model';
import { excerptOf } from '../rules/record-space.ts';
import { unguardCell } from '../export/guard-cell.ts';
import { cleanCell, listOf, personsOf, textOf, wellFormed } from './cell-values.ts';
import type { ColumnPlan, ImportPlan } from './import-plan.ts';
import type { ImportReport, Place } from './import-report.ts';
import type {
  ExternalIdentity,
  SourceCell,
  SourceComment,
  SourcePerson,
  SourceRecord,
  SourceRelation,
} from './import-source.ts';
import { parseSourceDate } from './parse-date.ts';
import type { PeopleIndex } from './people-index.ts';

export type PreparedRecord = {
  readonly place: Place;
  /** A record of this workspace, or one that an export named. */
  readonly ownId?: string;
  /** The first one decides whether it is known; the others are for those who point to it. */
  readonly identities: readonly ExternalIdentity[];
  readonly values: Values;
  /** By field; they live in a table of their own. */
  readonly documents: Readonly<Record<string, string>>;
  /** Records to be found, or made where they are contacts and companies. */
  readonly wanted: readonly WantedReference[];
  readonly comments: readonly PreparedComment[];
  readonly relations: readonly SourceRelation[];
  /** How many cells are lost if it is left out; its relations are counted apart. */
  readonly cells: number;
  /** Of all that the source says and where it goes: equal means nothing to do. */
  readonly hash: string;
};

export type WantedReference = {
  readonly field: string;
  readonly column: string;
  /** The entity's name. */
  readonly target: string;
  readonly person: SourcePerson;
  /** One of several that the field may hold. */
  readonly isMember?: true;
};

export type PreparedComment = {
  readonly id: string;
  readonly body: string;
  readonly author?: string;
  readonly person?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
};

export type Preparing = {
  readonly model: Model;
  readonly plan: ImportPlan;
  readonly people: PeopleIndex;
  readonly report: ImportReport;
  readonly system: string;
  readonly currency: string;
  /** How often the same content without an id of its own has occurred in the file. */
  readonly repeats: Map<string, number>;
};

type Draft = {
  readonly values: Record<string, Json>;
  readonly documents: Record<string, string>;
  readonly wanted: WantedReference[];
  readonly ids: string[];
  ownId?: string;
  email?: string;
};

export function prepareRecord(preparing: Preparing, record: SourceRecord, place: Place): PreparedRecord {
  const { plan, report, system } = preparing;
  const draft: Draft = { values: {}, documents: {}, wanted: [], ids: [] };
  const total = record.cells.size + record.faults.length + record.comments.length;
  report.countCells(total + record.relations.length);
  const lostBefore = report.droppedCells();
  for (const fault of record.faults) report.drop(place, fault);
  for (const change of record.changes) report.change(place, change);
  for (const [column, cell] of record.cells) {
    const columnPlan = plan.columns.get(column);
    const note = (code: string): void => report.change(place, { column, value: cell, code });
    if (!columnPlan) continue;
    const clean = cleanCell(cell, note);
    takeCell(preparing, { draft, place }, columnPlan, plan.isOwnExport() ? unguardCell(clean) : clean);
  }
  addEmail(plan, draft);
  completeTitle(plan, draft, (value) =>
    report.change(place, { column: plan.entity.titleField, code: 'title_cut', value }),
  );
  const comments = record.comments.map((comment) => prepareComment(preparing, comment));
  const content = contentOf(record);
  return {
    place,
    ...(draft.ownId ? { ownId: draft.ownId } : {}),
    identities: identitiesOf(preparing, record, { draft, content, system }),
    values: draft.values,
    documents: draft.documents,
    wanted: draft.wanted,
    comments,
    relations: record.relations,
    cells: total - (report.droppedCells() - lostBefore),
    hash: digest(`${content}\n${mappingOf(plan, record)}`),
  };
}

type Taking = { readonly draft: Draft; readonly place: Place };

function takeCell(
  preparing: Preparing,
  { draft, place }: Taking,
  column: ColumnPlan,
  cell: SourceCell,
): void {
  const { target } = column;
  const drop = (code: string): void =>
    preparing.report.drop(place, { column: column.column, value: cell, code });
  if (target.to === 'drop') {
    preparing.report.dropColumn(place, { column: column.column, value: cell, code: target.code });
    return;
  }
  if (target.to === 'field') {
    takeValue(preparing, { draft, place }, column, cell);
    return;
  }
  const text = textOf(cell).trim();
  if (target.to === 'externalId') draft.ids.push(text.slice(0, 300));
  else if (target.to === 'contact.email') draft.email = text.slice(0, 320);
  else if (isId(text, preparing.plan.entity.prefix)) draft.ownId = text;
  else drop('not_an_id');
}

function takeValue(
  preparing: Preparing,
  { draft, place }: Taking,
  column: ColumnPlan,
  cell: SourceCell,
): void {
  if (column.target.to !== 'field') return;
  const { planned } = column.target;
  const field = planned.field();
  const drop = (code: string, value: SourceCell = cell): void =>
    preparing.report.drop(place, { column: column.column, value, code });
  const set = (value: Json): void => {
    if (field.type === 'document' && typeof value === 'string') draft.documents[field.id] = value;
    else draft.values[field.id] = value;
  };
  const referred = targetOf(field.type, field.config.target);
  if (referred === 'person' || referred === 'team') {
    takePerson(preparing, { draft, place }, column, cell);
    return;
  }
  if (referred !== undefined) {
    const isMember = field.type === 'relation' ? ({ isMember: true } as const) : {};
    const persons = field.type === 'relation' ? listOf(cell).map((name) => ({ name })) : personsOf(cell);
    for (const person of persons)
      draft.wanted.push({ field: field.id, column: column.column, target: referred, person, ...isMember });
    return;
  }
  if (field.type === 'select' || field.type === 'multi-select') {
    const names = field.type === 'select' ? [textOf(cell)] : listOf(cell);
    const keys = names.map((name) => planned.optionKey(name));
    const known = keys.filter((key) => key !== null);
    if (known.length < keys.length) drop('unknown_option');
    if (known.length > 0) set(field.type === 'select' ? (known[0] ?? null) : [...new Set(known)]);
    return;
  }
  const parsed = parseCell(preparing, column, cell);
  if (parsed.ok) set(parsed.value);
  else drop(parsed.error.code);
}

function parseCell(preparing: Preparing, { target, order }: ColumnPlan, cell: SourceCell) {
  const { model, plan, currency } = preparing;
  const field = target.to === 'field' ? target.planned.field() : undefined;
  if (!field) return { ok: false, error: { code: 'no_field' } } as const;
  const type = model.fieldType(field.type);
  const context = { zone: plan.zone, currency };
  if (field.type === 'date' || field.type === 'timestamp') {
    const date = parseSourceDate(textOf(cell), { order, zone: plan.zone });
    if (!date)
      return {
        ok: false,
        error: { code: looksLikeDate(textOf(cell)) ? 'impossible_date' : 'not_a_date' },
      } as const;
    return { ok: true, value: field.type === 'date' ? date.day : date.instant } as const;
  }
  if (field.type === 'labels')
    return type.parse(
      listOf(cell).map((item) => item.slice(0, LIMITS.optionLength)),
      field,
      context,
    );
  if (cell !== null && typeof cell !== 'string') {
    const typed = type.parse(cell, field, context);
    if (typed.ok) return typed;
  }
  if (field.id === 'title' || field.id === 'name') return { ok: true, value: textOf(cell) } as const;
  return type.parseText(textOf(cell), field, context);
}

function looksLikeDate(text: string): boolean {
  return /\d/.test(text) && /[-/.:\s]/.test(text.trim());
}

/** The entity whose record a field names; undefined for other fields. */
function targetOf(type: string, target: string | undefined): string | undefined {
  if (type === 'person' || type === 'people') return 'person';
  if (type === 'team' || type === 'company') return type;
  return type === 'record' || type === 'relation' ? (target ?? '*') : undefined;
}

/** Who has no account here stays as a name in a field beside it. */
function takePerson(
  preparing: Preparing,
  { draft, place }: Taking,
  column: ColumnPlan,
  cell: SourceCell,
): void {
  if (column.target.to !== 'field') return;
  const field = column.target.planned.field();
  const persons = personsOf(cell);
  const find = field.type === 'team' ? preparing.people.findTeam : preparing.people.findPerson;
  const ids = persons.flatMap((person) => find(person) ?? []);
  const unknown = persons.filter((person) => find(person) === undefined);
  if (ids.length > 0) draft.values[field.id] = field.type === 'people' ? ids : (ids[0] ?? null);
  if (unknown.length === 0) return;
  const names = unknown.map((person) => person.name).join('; ');
  const companion = preparing.plan.companion(column.column)?.field();
  if (companion) draft.values[companion.id] = names.slice(0, LIMITS.textLength);
  else preparing.report.drop(place, { column: column.column, value: names, code: 'unknown_person' });
}

/** The address in a column of its own belongs to the contact. */
function addEmail({ entity }: ImportPlan, draft: Draft): void {
  const { email } = draft;
  if (email === undefined || entity.name !== 'feedback') return;
  const index = draft.wanted.findIndex(({ target }) => target === 'contact');
  const known = draft.wanted[index];
  if (known) draft.wanted[index] = { ...known, person: { ...known.person, email } };
  else
    draft.wanted.push({
      field: 'contact',
      column: 'contact.email',
      target: 'contact',
      person: { name: email, email },
    });
}

/** Feedback may come without a title; one too long for its field stays whole in the text. */
function completeTitle(
  { entity }: ImportPlan,
  { values, documents }: Draft,
  note: (title: string) => void,
): void {
  const field = entity.titleField;
  const body = entity.name === 'feedback' ? values['body'] : undefined;
  const given = typeof values[field] === 'string' ? values[field].replace(/\s+/g, ' ').trim() : '';
  const title = given === '' && typeof body === 'string' ? excerptOf(body) : given;
  if (title === '') {
    delete values[field];
    return;
  }
  const length = entity.fields.find((each) => each.id === field)?.config.length ?? LIMITS.titleLength;
  values[field] =
    title.length <= length ? title : `${title.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  if (title.length <= length) return;
  note(title);
  if (entity.name === 'feedback') values['body'] ??= title;
  if (entity.name === 'idea') documents['description'] ??= title;
}

function prepareComment({ plan, people }: Preparing, comment: SourceComment): PreparedComment {
  const time = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : parseSourceDate(text, { zone: plan.zone })?.instant;
  const createdAt = time(comment.createdAt);
  const updatedAt = time(comment.updatedAt);
  const person = comment.author ? people.findPerson(comment.author) : undefined;
  const id =
    comment.id ??
    `sha256:${digest(canonicalJson([comment.createdAt ?? '', comment.author?.name ?? '', comment.body]))}`;
  return {
    id,
    body: wellFormed(comment.body).slice(0, LIMITS.bodyLength),
    ...(comment.author ? { author: comment.author.name.slice(0, 300) } : {}),
    ...(person ? { person } : {}),
    ...(createdAt ? { createdAt } : {}),
    ...(updatedAt ? { updatedAt } : {}),
  };
}

type Identifying = { readonly draft: Draft; readonly content: string; readonly system: string };

/** Its own names, else those of its id columns, else its content and how often that has occurred. */
function identitiesOf(
  { repeats }: Preparing,
  record: SourceRecord,
  { draft, content, system }: Identifying,
): readonly ExternalIdentity[] {
  if (draft.ownId !== undefined) return [{ system: 'throughline', id: draft.ownId }];
  if (record.identities.length > 0) return record.identities;
  if (draft.ids.length > 0) return [...new Set(draft.ids)].toSorted(byKeyFirst).map((id) => ({ system, id }));
  const hash = digest(content);
  const count = (repeats.get(hash) ?? 0) + 1;
  repeats.set(hash, count);
  return [{ system, id: count === 1 ? `sha256:${hash}` : `sha256:${hash}:${count}` }];
}

/** Of a key and a bare number the key says more: numbers of two installations are alike. */
function byKeyFirst(a: string, b: string): number {
  return Number(/^\d+$/.test(a)) - Number(/^\d+$/.test(b));
}

function contentOf(record: SourceRecord): string {
  return canonicalJson([
    Object.fromEntries(record.cells),
    record.comments as unknown as Json,
    record.relations as unknown as Json,
  ]);
}

/** Of the record's own columns, so that it does not depend on what other records hold. */
function mappingOf(plan: ImportPlan, { cells }: SourceRecord): string {
  const words = [...cells.keys()].map((column) => {
    const planned = plan.columns.get(column);
    const target = planned?.target;
    return `${column} ${target?.to === 'field' ? target.planned.field().key : (target?.to ?? '')} ${planned?.order ?? ''}`;
  });
  return `${plan.zone}\n${words.join('\n')}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
