import { LIMITS } from '@throughline/model';
import { z } from 'zod';

const flag = z.enum(['true', 'false']);

/** What a list may be asked for: over HTTP, and by agents. */
export const LIST_PARAMETERS = z.object({
  filter: z
    .string()
    .max(LIMITS.expressionLength)
    .optional()
    .describe('A condition: status in ("Now", "Next") and owner = me()'),
  sort: z.string().max(LIMITS.expressionLength).optional().describe('-score, title'),
  space: z.string().max(60).optional().describe('Key or id of one space'),
  archived: flag.optional().describe('Archived records instead of live ones'),
  total: flag.optional().describe('Also count all'),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageSize).optional().describe('50 when left out'),
  cursor: z.string().max(20_000).optional(),
});

export type ListParameters = z.infer<typeof LIST_PARAMETERS>;
