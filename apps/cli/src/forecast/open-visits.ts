/** A log as pieces of work, for bottlenecks and simulation. */
import {
  findStageVisits,
  findStepVisits,
  FlowRefusal,
  pairLifecycle,
  type EventLog,
  type Visits,
} from '@throughline/flow';
import type { LogOptions } from '../flow/log-options.ts';
import { openItems } from './open-items.ts';

export type OpenedVisits = {
  readonly log: EventLog;
  readonly visits: Visits;
  /** What a reader must know about where the times come from. */
  readonly basis: string;
};

export async function openVisits(
  file: string,
  options: LogOptions,
  { signal }: { readonly signal: AbortSignal },
): Promise<OpenedVisits> {
  const { events } = await openItems(file, options, { signal });
  if (events === null)
    throw new FlowRefusal('no_events', {
      message: 'This is a list of items: it does not say what happened to them on the way.',
      why: 'Bottlenecks and simulations need a file of events, or of changes of status.',
      fix: 'Give such a file, or name its columns with --case, --activity and --time.',
    });
  const { roles } = events;
  // Events of START and COMPLETE are one piece of work.
  const log = events.log.transition === null ? events.log : pairLifecycle(events.log);
  const visits = roles === null ? findStepVisits(log) : findStageVisits(log, roles);
  return { log, visits, basis: basisOf(log, visits, roles !== null) };
}

function basisOf(log: EventLog, { hasStarts }: Visits, isOfStages: boolean): string {
  if (isOfStages) return 'Time in stages where nobody works counts as waiting.';
  if (hasStarts) return 'Waiting is the time between the end of a step and the start of the next.';
  return log.resource === null
    ? 'The log says neither when work began nor who did it: all time since the step before counts as waiting for it.'
    : 'The log does not say when work began: it is taken to begin when the case is ready and who does it has finished what came before.';
}
