/** What a space would get from a template that it has not, in words. */
import { planFields, type Blueprint, type Field, type FieldPlan } from '@throughline/model';
import { t } from '../../messages/area-t.ts';

export interface PlanPlace {
  /** The fields of an entity: those the space offers, and all that the person knows of. */
  readonly offered: (entity: string) => readonly Field[];
  readonly all: (entity: string) => readonly Field[];
}

/** Sentences; without a place, what the template has. */
export function planWords(
  { fields, descriptions }: Blueprint,
  place: PlanPlace | undefined,
): readonly string[] {
  const described =
    descriptions.length === 0 ? [] : [t('templates.descriptionsMade', { names: list(descriptions) })];
  if (place === undefined) {
    const own = fields.filter(({ key }) => !isBuiltIn(key));
    return [...(own.length === 0 ? [] : [t('templates.fields', { names: list(own) })]), ...described];
  }
  const plans = planFields(fields, {
    offered: place.offered,
    isTaken: (entity, key) => place.all(entity).some((field) => field.key === key),
  });
  const parts = (outcome: FieldPlan['outcome']) =>
    plans.filter((plan) => plan.outcome === outcome).map(({ part }) => part);
  const [made, there] = [parts('new'), parts('there').filter(({ key }) => !isBuiltIn(key))];
  const renamed = parts('renamed');
  const more = plans.filter(({ outcome }) => outcome === 'more');
  const isNothing = made.length + renamed.length + more.length === 0 && fields.length > 0;
  return [
    ...(made.length === 0 ? [] : [t('templates.newFields', { names: list(made) })]),
    ...more.map(({ part, missing }) => t('templates.options', { field: part.name, names: list(missing) })),
    ...(renamed.length === 0 ? [] : [t('templates.renamed', { names: list(renamed) })]),
    ...(there.length === 0 ? [] : [t('templates.there', { names: list(there) })]),
    ...(isNothing ? [t('templates.noFields')] : []),
    ...described,
  ];
}

function isBuiltIn(key: string): boolean {
  return key === 'status' || key === 'type';
}

function list(named: readonly { readonly name: string }[]): string {
  return named.map(({ name }) => name).join(', ');
}
