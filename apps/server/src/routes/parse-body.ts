import { Refusal } from '@throughline/contract';
import type { z } from 'zod';

/** A body of a fixed shape, or a refusal that names what is wrong with it. */
export function parseBody<T extends z.ZodType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  throw new Refusal('invalid_input', {
    message: `${field}: ${issue?.message ?? 'not of the expected form'}.`,
    details: { field },
  });
}
