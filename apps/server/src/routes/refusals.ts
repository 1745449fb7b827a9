/** Every error becomes a refusal with what happened, why and what to do; bugs are logged and say nothing. */
import { Refusal } from '@throughline/contract';
import { DatabaseError } from '@throughline/db';
import type { FastifyError, FastifyInstance } from 'fastify';

export function addRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = toRefusal(error);
    if (refusal.code === 'internal') request.log.error(error);
    return reply.code(refusal.status).send(refusal.body);
  });
  app.setNotFoundHandler((request, reply) => {
    const refusal = new Refusal('not_found', {
      message: `There is nothing at ${request.url.split('?')[0]?.slice(0, 200)}.`,
    });
    return reply.code(refusal.status).send(refusal.body);
  });
}

export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const { code, statusCode, message } = error as FastifyError;
  if (error instanceof DatabaseError) return refusalOfDatabase(error);
  if (code === '53100') return new Refusal('storage_full');
  if (code === '23505') return new Refusal('already_exists');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('too_large', { message: 'The request is larger than 8,000,000 bytes.' });
  if (statusCode === 415) return new Refusal('unsupported_type');
  if (statusCode === 429) return new Refusal('rate_limited');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return new Refusal('invalid_input', { message });
  return new Refusal('internal');
}

function refusalOfDatabase(error: DatabaseError): Refusal {
  if (error.code === 'database_unavailable' || error.code === 'statement_timeout')
    return new Refusal('database_unavailable');
  return new Refusal('internal');
}
