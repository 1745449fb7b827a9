export { routingFields } from './routing-fields.ts';
export { optionNumbers } from './option-number.ts';
export {
  BLUEPRINT_LIMITS,
  parseBlueprint,
  type Blueprint,
  type BlueprintProblem,
  type DescriptionPart,
  type FieldPart,
  type ViewPart,
} from './blueprint.ts';
export { freeFieldKey, planFields, sameOption, type FieldPlan, type PlanPlace } from './blueprint-plan.ts';
export { fieldReference, fromReferences, referencesIn, toReferences } from './blueprint-references.ts';
export { applyChange, CHANGE_SOURCES, type Change, type ChangeSource, type Values } from './change.ts';
export { ANSWER_STAGES, ANSWER_STATES } from './entities/answer.ts';
export { ENTRY_CATEGORIES, ENTRY_STATES } from './entities/entry.ts';
export { IDEA_STATUSES, IDEA_TYPES } from './entities/idea.ts';
export { parseFieldConfig, RULE_OPERATORS, type ColorRule, type RuleOperator } from './color-rules.ts';
export { CONNECTORS, type ConnectorKey } from './entities/connection.ts';
export { CHANNELS, FEEDBACK_STATES } from './entities/feedback.ts';
export { MODERATION, PORTAL_ACCESS, PORTAL_LANGUAGES, PUBLICITY } from './entities/portal.ts';
export { KANO_CATEGORIES } from './entities/response.ts';
export { SURVEY_KINDS, SURVEY_STATES } from './entities/survey.ts';
export { RELEASE_STATES } from './entities/release.ts';
export { ROADMAP_AUDIENCE } from './entities/roadmap.ts';
export { TEMPLATE_KINDS } from './entities/template.ts';
export { MOST_RANKED } from './entities/ranking.ts';
export { MOST_INPUTS, MOST_SCORERS } from './entities/scoring.ts';
export { RELATION_TYPES } from './entities/relation.ts';
export { LAYOUTS } from './entities/view.ts';
export {
  COMMON_FIELDS,
  CONTENT_RULES,
  isPersonal,
  defineEntity,
  PERSONAL_RULES,
  SETTINGS_RULES,
  VERBS,
  type Entity,
  type EntityDeclaration,
  type Exposure,
  type FieldDeclaration,
  type Relation,
  type Verb,
} from './entity.ts';
export {
  kindOf,
  ROLLUP_AGGREGATES,
  STATUS_CATEGORIES,
  type Field,
  type FieldConfig,
  type FieldType,
  type FormatContext,
  type Option,
  type ParseContext,
  type RollupAggregate,
  type StatusCategory,
  type ValueProblem,
} from './field.ts';
export { allFieldTypes, fieldType, findFieldType } from './field-types.ts';
export {
  dateRangeField,
  RANGE_PRECISIONS,
  snapRange,
  type DateRange,
  type RangePrecision,
} from './fields/date-range.ts';
export { dayToMilliseconds, millisecondsToDay, parseDay } from './fields/date.ts';
export type { Link } from './fields/link.ts';
export { minorUnits, UNUSUAL_MINOR_UNITS, type Money } from './fields/number.ts';
export { findOption, makeOptionKey, optionName } from './fields/options.ts';
export { parseNumberText, parseWellFormed, splitList } from './fields/parsing.ts';
export { parseInstant } from './fields/timestamp.ts';
export { diffAspects, diffPart, isWithin, PART_STATES } from './standard/diff-part.ts';
export type { Difference, PartDifference, PartState } from './standard/diff-part.ts';
export { mergePart, type ThreeParts } from './standard/merge-part.ts';
export { aspectsOf } from './standard/part-aspects.ts';
export type {
  FollowedPart,
  Follower,
  PlanAct,
  PlannedPart,
  PlanNote,
  ShownPart,
  ShownPlan,
} from './standard/shown-part.ts';
export {
  FREEDOMS,
  parseStandardParts,
  partName,
  partsOf,
  type AdoptedPart,
  type Freedom,
  type PartContent,
  type PartKind,
  type StandardPart,
} from './standard/standard-part.ts';
export { KINDS, type Cell, type CellOf, type Kind } from './kind.ts';
export { LIMITS } from './limits.ts';
export { ENTITIES, makeModel, MODEL, permissionName, type Model } from './model.ts';
export { isScoredField } from './scored-field.ts';
export {
  ACTOR_KINDS,
  AUDIENCE_ACCESS,
  isInAudience,
  isRoleAtLeast,
  roleInSpace,
  ROLES,
  SPACE_ACCESS,
  type ActorKind,
  type Audience,
  type Role,
  type Rule,
  type SpaceAccess,
} from './role.ts';
export type { Example, Template } from './templates/template-parts.ts';
export { findTemplate, TEMPLATES } from './templates/templates.ts';
