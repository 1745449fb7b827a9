import { textOf, type Json } from '@throughline/base';
import type { Values } from '@throughline/model';
import type { Work } from '../work.ts';

const HOUR = 3_600_000;

/** By when feedback that waits from a moment on is to be answered, as its space says; null where it says nothing. */
export function dueAt(work: Work, { space }: Values, from: Json | undefined): string | null {
  const { answerWithin } = work.state.spaces.get(textOf(space ?? '')) ?? { answerWithin: null };
  const since = Date.parse(textOf(from ?? work.now));
  if (answerWithin === null || Number.isNaN(since)) return null;
  return new Date(since + answerWithin * HOUR).toISOString();
}

/** A customer has said more: it is nobody's any more, put off no longer, and the time to answer begins anew. */
export function wokenValues(work: Work, values: Values): Values {
  const isHandled = values['state'] === 'linked' || values['state'] === 'dismissed';
  return {
    snoozedUntil: null,
    ...(isHandled ? { state: 'open', handledAt: null, dueAt: dueAt(work, values, work.now) } : {}),
  };
}
