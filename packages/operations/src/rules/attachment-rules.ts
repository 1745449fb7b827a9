import { withRecordSpace } from './record-space.ts';
import type { EntityRules } from './rules.ts';

export const attachmentRules: EntityRules = { prepare: (work, values) => withRecordSpace(work, values) };
