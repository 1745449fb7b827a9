/** What a standard is made of: parts of a blueprint, each with how free a space is to have it otherwise. */
import { fail, ok, type Json, type JsonObject, type Result } from '@throughline/base';
import {
  parseBlueprint,
  type Blueprint,
  type BlueprintProblem,
  type DescriptionPart,
  type FieldPart,
  type ViewPart,
} from '../blueprint.ts';
import { makeOptionKey } from '../fields/options.ts';
import type { Model } from '../model.ts';

/**
 * `fixed`: as the standard says. `extend`: what the standard says stays, options and columns may be added.
 * `override`: anything may differ, and is shown.
 */
export const FREEDOMS = ['fixed', 'extend', 'override'] as const;
export type Freedom = (typeof FREEDOMS)[number];

/** Which lists of a blueprint hold the parts of a kind. */
export const PART_LISTS = { field: 'fields', view: 'views', description: 'descriptions' } as const;
export type PartKind = keyof typeof PART_LISTS;

export type PartContent =
  | { readonly kind: 'field'; readonly content: FieldPart }
  | { readonly kind: 'view'; readonly content: ViewPart }
  | { readonly kind: 'description'; readonly content: DescriptionPart };

/** `id` stays the same over all versions. */
export type StandardPart = PartContent & { readonly id: string; readonly freedom: Freedom };

/** What stands for a part in a space. */
export type AdoptedPart = {
  readonly part: string;
  readonly freedom: Freedom;
  /** Id of the record; null where there is none. */
  readonly record: string | null;
  /** Of a field: the id of the one that the space has its own way. */
  readonly field?: string;
  /** Name of the other standard that the space has the part from. */
  readonly keptBy?: string;
};

const KINDS = Object.keys(PART_LISTS) as readonly PartKind[];
const LONGEST_ID = 140;

export function parseStandardParts(
  model: Model,
  input: Json,
): Result<readonly StandardPart[], BlueprintProblem> {
  if (!Array.isArray(input))
    return fail({ code: 'not_a_list', path: '', message: 'The parts of a standard are a list.' });
  const items = input as readonly Json[];
  const strange = items.findIndex((item) => kindOf(item) === undefined);
  if (strange >= 0)
    return fail({
      code: 'part_kind',
      path: String(strange),
      message: `Part ${strange + 1}: a part is a field, a view or a description.`,
    });
  const given = items as readonly JsonObject[];
  const of = (kind: PartKind): readonly JsonObject[] => given.filter((item) => item['kind'] === kind);
  const contents = KINDS.map(
    (kind) => [PART_LISTS[kind], of(kind).map(({ content }) => content ?? null)] as const,
  );
  const parsed = parseBlueprint(model, Object.fromEntries(contents));
  if (!parsed.ok) return parsed;
  const known = new Map<string, string>(
    KINDS.flatMap((kind) =>
      of(kind).flatMap(({ id }, index) => (isId(id) ? [[`${kind} ${index}`, id] as const] : [])),
    ),
  );
  const free = new Map<string, Freedom | undefined>(
    KINDS.flatMap((kind) => of(kind).map((item, index) => [`${kind} ${index}`, freedomOf(item)] as const)),
  );
  return ok(partsOf(parsed.value, (place) => free.get(place) ?? 'extend', known));
}

function kindOf(item: Json): PartKind | undefined {
  const isObject = item !== null && typeof item === 'object' && !Array.isArray(item);
  return isObject ? KINDS.find((kind) => kind === (item as JsonObject)['kind']) : undefined;
}

function isId(id: Json | undefined): id is string {
  return typeof id === 'string' && id !== '' && id.length <= LONGEST_ID;
}

function freedomOf({ freedom }: JsonObject): Freedom | undefined {
  return FREEDOMS.find((each) => each === freedom);
}

/** A blueprint as parts. `known` gives ids and `freedomAt` freedoms by place: `field 0`, `view 2`. */
export function partsOf(
  { fields, views, descriptions }: Blueprint,
  freedomAt: (place: string) => Freedom = () => 'extend',
  known: ReadonlyMap<string, string> = new Map(),
): readonly StandardPart[] {
  const taken = new Set(known.values());
  const named = (place: string, wanted: string): Pick<StandardPart, 'id' | 'freedom'> => ({
    id: known.get(place) ?? freeId(wanted, taken),
    freedom: freedomAt(place),
  });
  return [
    ...fields.map((content, index) => ({
      ...named(`field ${index}`, `${content.entity}.${content.key}`),
      kind: 'field' as const,
      content,
    })),
    ...views.map((content, index) => ({
      ...named(`view ${index}`, `view.${makeOptionKey(content.name)}`),
      kind: 'view' as const,
      content,
    })),
    ...descriptions.map((content, index) => ({
      ...named(`description ${index}`, `description.${makeOptionKey(content.name)}`),
      kind: 'description' as const,
      content,
    })),
  ];
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number++) id = `${wanted}_${number}`;
  taken.add(id);
  return id;
}

export function partName({ content }: PartContent): string {
  return content.name;
}
