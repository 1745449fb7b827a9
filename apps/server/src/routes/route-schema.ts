import type { Operation } from '@throughline/contract';
import { z } from 'zod';

const refusal = z.object({
  code: z.string(),
  message: z.string(),
  why: z.string(),
  fix: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** What OpenAPI says of an operation. Inputs are judged by the operation itself, not by the route. */
export function documentRoute(operation: Operation) {
  return {
    operationId: operation.name.replace('.', '_'),
    summary: operation.summary,
    description: `Needs the permission \`${operation.permission}\`.`,
    tags: [operation.entity.plural],
    security: [{ token: [] }],
    ...(operation.input ? { body: operation.input } : {}),
    ...(operation.path.includes('{id}') ? { params: z.object({ id: z.string() }) } : {}),
    response: { [operation.status]: operation.output, default: refusal },
  };
}
