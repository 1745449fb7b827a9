/** How a space works, as far as the actor may see it, as a blueprint. */
import { compareCodePoints, textOf } from '@throughline/base';
import type { StoredRecord } from '@throughline/db';
import type { Blueprint, DescriptionPart, ViewPart } from '@throughline/model';
import { findAll, findOne } from '../rules/find-one.ts';
import type { Work } from '../work.ts';
import { captureFields, captureSchema, type FieldsOf } from './capture-fields.ts';
import { captureView } from './fit-view.ts';

export type CaptureRequest = {
  /** The space's id; the actor is known to be allowed to read it. */
  readonly space: string;
  /** Ids of the views to take; where left out, all that are not for a few alone. */
  readonly views?: readonly string[];
  /** Whether description templates come along. */
  readonly hasDescriptions?: boolean;
  readonly fields?: FieldsOf['extent'];
};

export async function captureBlueprint(
  work: Work,
  { space, views: named, hasDescriptions = true, fields: extent = 'own' }: CaptureRequest,
): Promise<Blueprint> {
  const views: ViewPart[] = [];
  for (const view of await readableViews(work, space)) {
    const isTaken = named?.includes(view.id) ?? view.values['access'] !== 'restricted';
    if (isTaken) views.push(...(await viewPart(work, view, space)));
  }
  return {
    fields: await captureFields(work, { space, views, extent }),
    views,
    descriptions: hasDescriptions ? await descriptionParts(work, space) : [],
  };
}

async function readableViews(work: Work, space: string): Promise<readonly StoredRecord[]> {
  const entity = work.entity('view');
  const all = await findAll(work, entity, { space, archivedAt: null, roadmap: null });
  return byRank(all.filter((view) => work.may(entity, 'read', view)));
}

function byRank(records: readonly StoredRecord[]): readonly StoredRecord[] {
  return records.toSorted((a, b) => compareCodePoints(textOf(a.values['rank']), textOf(b.values['rank'])));
}

/** Nothing of a view that cannot be read any more. */
async function viewPart(
  work: Work,
  { id, values }: StoredRecord,
  space: string,
): Promise<readonly ViewPart[]> {
  const entity = textOf(values['entity']);
  const captured = captureView(
    { query: values['query'] ?? { entity }, settings: values['settings'] ?? null },
    captureSchema(work, entity, space),
  );
  if (captured === undefined) return [];
  const texts = {
    about: textOf(values['about']),
    section: textOf(values['section']),
    description: await textOfDocument(work, id, 'description'),
  };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const layout = textOf(values['layout']) as ViewPart['layout'];
  return [{ name: textOf(values['name']), entity, layout, ...captured, ...given }];
}

async function descriptionParts(work: Work, space: string): Promise<readonly DescriptionPart[]> {
  const parts: DescriptionPart[] = [];
  for (const { values } of byRank(
    await findAll(work, work.entity('description-template'), { space, archivedAt: null }),
  )) {
    const [emoji, forType] = [textOf(values['emoji']), textOf(values['forType'])];
    parts.push({
      name: textOf(values['name']),
      body: textOf(values['body']),
      isDefault: values['isDefault'] === true,
      ...(emoji === '' ? {} : { emoji }),
      ...(forType === '' ? {} : { forType }),
    });
  }
  return parts;
}

async function textOfDocument(work: Work, record: string, field: string): Promise<string> {
  const document = await findOne(work, work.entity('document'), { record, field });
  return textOf(document?.values['text']);
}
