/** The templates that come with the product. What they are called and are for is said by the screens. */
import type { DescriptionPart } from '../blueprint.ts';
import {
  BUG,
  CUSTOMER_REQUEST,
  EXPERIMENT,
  KEY_RESULT,
  PARTNER_REQUEST,
  PROBLEM,
  REQUIREMENTS,
  SERVICE_REQUEST,
  SOLUTION,
} from './description-parts.ts';
import { okr, opportunityTree } from './goal-templates.ts';
import { bugTriage, feedbackIntake, serviceIntake } from './intake-templates.ts';
import { discovery, rice, roadmapTemplate } from './product-templates.ts';
import { salesPriorities } from './sales-template.ts';
import { makeBlueprint, type Template } from './template-parts.ts';
import { viewTemplates } from './view-templates.ts';

const descriptions: Readonly<Record<string, DescriptionPart>> = {
  problem: PROBLEM,
  'solution-brief': SOLUTION,
  requirements: REQUIREMENTS,
  experiment: EXPERIMENT,
  'customer-request': CUSTOMER_REQUEST,
  'bug-report': BUG,
  'service-request': SERVICE_REQUEST,
  'partner-request': PARTNER_REQUEST,
  'key-result': KEY_RESULT,
};

export const TEMPLATES: readonly Template[] = [
  discovery,
  roadmapTemplate,
  rice,
  opportunityTree,
  feedbackIntake,
  okr,
  serviceIntake,
  salesPriorities,
  bugTriage,
  ...viewTemplates,
  ...Object.entries(descriptions).map(([key, part]): Template => ({
    key,
    kind: 'description',
    emoji: part.emoji ?? '',
    blueprint: makeBlueprint({ descriptions: [part] }),
    examples: [],
  })),
];

export function findTemplate(key: string): Template | undefined {
  return TEMPLATES.find((template) => template.key === key);
}
