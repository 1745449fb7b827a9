import { Refusal } from '@throughline/contract';
import type { BulkInput } from '@throughline/operations';
import { z } from 'zod';

const shape = z.object({
  ids: z.array(z.string()).min(1),
  verb: z.enum(['update', 'archive', 'restore', 'delete']).default('update'),
  values: z.record(z.string(), z.json()).optional(),
});

export function parseBulk(body: unknown): BulkInput {
  const parsed = shape.safeParse(body);
  if (!parsed.success)
    throw new Refusal('invalid_input', { message: 'Expected {"ids": […], "verb": …, "values": {…}}.' });
  const { ids, verb, values } = parsed.data;
  return { ids, verb, ...(values === undefined ? {} : { values }) };
}
