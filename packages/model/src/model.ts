/**
 * The catalogue: every entity and field type there is, as one value that is passed to whatever derives from
 * it. Tests make their own with an entity or a field type more.
 */
import { assert, idPrefix, must } from '@throughline/base';
import type { Entity, Verb } from './entity.ts';
import { ballot } from './entities/ballot.ts';
import { adoption } from './entities/adoption.ts';
import { answer } from './entities/answer.ts';
import { attachment } from './entities/attachment.ts';
import { checklist } from './entities/checklist.ts';
import { comment } from './entities/comment.ts';
import { comparison } from './entities/comparison.ts';
import { company } from './entities/company.ts';
import { connection } from './entities/connection.ts';
import { contact } from './entities/contact.ts';
import { descriptionTemplate } from './entities/description-template.ts';
import { document } from './entities/document.ts';
import { edition } from './entities/edition.ts';
import { entry } from './entities/entry.ts';
import { feedback } from './entities/feedback.ts';
import { field } from './entities/field.ts';
import { idea } from './entities/idea.ts';
import { importJob } from './entities/import.ts';
import { insight } from './entities/insight.ts';
import { invitation } from './entities/invitation.ts';
import { launchTask } from './entities/launch-task.ts';
import { mailbox } from './entities/mailbox.ts';
import { membership } from './entities/membership.ts';
import { notice } from './entities/notice.ts';
import { notification } from './entities/notification.ts';
import { person } from './entities/person.ts';
import { portal } from './entities/portal.ts';
import { ranking } from './entities/ranking.ts';
import { reaction } from './entities/reaction.ts';
import { relation } from './entities/relation.ts';
import { response } from './entities/response.ts';
import { release } from './entities/release.ts';
import { roadmap } from './entities/roadmap.ts';
import { round } from './entities/round.ts';
import { score } from './entities/score.ts';
import { routingRule } from './entities/routing-rule.ts';
import { savedReply } from './entities/saved-reply.ts';
import { scoring } from './entities/scoring.ts';
import { share } from './entities/share.ts';
import { space } from './entities/space.ts';
import { standard } from './entities/standard.ts';
import { standardVersion } from './entities/standard-version.ts';
import { suggestion } from './entities/suggestion.ts';
import { subscription } from './entities/subscription.ts';
import { survey } from './entities/survey.ts';
import { team } from './entities/team.ts';
import { template } from './entities/template.ts';
import { theme } from './entities/theme.ts';
import { token } from './entities/token.ts';
import { verdict } from './entities/verdict.ts';
import { view } from './entities/view.ts';
import { vote } from './entities/vote.ts';
import { workspace } from './entities/workspace.ts';
import { kindOf, type Field, type FieldType } from './field.ts';
import { allFieldTypes } from './field-types.ts';
import type { Kind } from './kind.ts';

export type Model = {
  readonly entities: readonly Entity[];
  readonly fieldTypes: readonly FieldType[];
  /** By name; asking for one that does not exist is a bug. */
  readonly entity: (name: string) => Entity;
  readonly findEntity: (name: string) => Entity | undefined;
  /** The entity that an id names by its prefix. */
  readonly entityOfId: (id: string) => Entity | undefined;
  readonly fieldType: (name: string) => FieldType;
  readonly findFieldType: (name: string) => FieldType | undefined;
  readonly kindOf: (field: Field) => Kind;
};

export function makeModel(entities: readonly Entity[], fieldTypes: readonly FieldType[]): Model {
  const byName = new Map(entities.map((entity) => [entity.name, entity]));
  const byPrefix = new Map(entities.map((entity) => [entity.prefix, entity]));
  const types = new Map(fieldTypes.map((type) => [type.name, type]));
  assert(
    byName.size === entities.length && byPrefix.size === entities.length,
    'Entities need names of their own',
  );
  const fieldType = (name: string): FieldType => must(types.get(name), `No field type ${name}`);
  return Object.freeze({
    entities,
    fieldTypes,
    entity: (name: string) => must(byName.get(name), `No entity ${name}`),
    findEntity: (name: string) => byName.get(name),
    entityOfId: (id: string) => byPrefix.get(idPrefix(id)),
    fieldType,
    findFieldType: (name: string) => types.get(name),
    kindOf: (field: Field) => kindOf(fieldType(field.type), field.config),
  });
}

export const ENTITIES: readonly Entity[] = [
  workspace,
  person,
  membership,
  invitation,
  team,
  space,
  standard,
  standardVersion,
  adoption,
  field,
  roadmap,
  edition,
  view,
  portal,
  mailbox,
  connection,
  routingRule,
  savedReply,
  release,
  checklist,
  company,
  contact,
  idea,
  feedback,
  insight,
  suggestion,
  theme,
  answer,
  launchTask,
  entry,
  subscription,
  survey,
  response,
  notice,
  comment,
  reaction,
  vote,
  round,
  ballot,
  ranking,
  comparison,
  scoring,
  verdict,
  score,
  relation,
  attachment,
  document,
  share,
  token,
  notification,
  importJob,
  template,
  descriptionTemplate,
];

export const MODEL: Model = makeModel(ENTITIES, allFieldTypes());

/** `idea` and `merge` → `idea:merge`: the name of a permission and a token's scope. */
export function permissionName(entity: Entity, verb: Verb): string {
  return `${entity.name}:${verb}`;
}
