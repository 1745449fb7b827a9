/** What Jira's fields are here, under the names its CSV gives them. */
import type { ColumnHint, SourceRelation } from '@throughline/operations';

export const JIRA_HINTS: Readonly<Record<string, ColumnHint>> = {
  Summary: 'title',
  Description: { idea: 'description', feedback: 'body' },
  'Issue key': 'externalId',
  'Issue id': 'externalId',
  'Issue Type': 'new:select',
  Status: { idea: 'status', feedback: 'state' },
  Priority: 'new:select',
  Resolution: 'new:select',
  Assignee: 'owner',
  Reporter: { idea: 'new:text', feedback: 'contact' },
  Creator: 'new:text',
  Labels: 'labels',
  Created: 'createdAt',
  Updated: 'updatedAt',
  'Affects Version/s': 'new:labels',
  'Fix Version/s': 'new:labels',
  'Affects versions': 'new:labels',
  'Fix versions': 'new:labels',
  'Component/s': 'new:labels',
  Components: 'new:labels',
  Sprint: 'new:labels',
  Environment: 'new:text',
  Attachment: 'new:text',
};

type RelationType = SourceRelation['type'];

const LINK_TYPES: readonly (readonly [RegExp, RelationType])[] = [
  [/dup/i, 'duplicates'],
  [/block/i, 'blocks'],
  [/implement/i, 'implements'],
  [/incorporat|contain|part|parent|epic/i, 'parent'],
];

/** Jira installations name their link types as they like; what is not known relates. */
export function relationType(name: string): RelationType {
  return LINK_TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'relates';
}
