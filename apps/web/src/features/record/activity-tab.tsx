import { Avatar, Skeleton } from '@throughline/ui';
import type { Change, Values } from '@throughline/model';
import { useEffect, useState } from 'react';
import { useRelated, useReplica, useTitles, useWorkspace } from '../../data/data-context.ts';
import { MODEL } from '@throughline/model';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readText } from '../../fields/read-value.ts';
import { formatAgo, formatMoment, readMoment } from '../../fields/moment-text.ts';
import { locale, t } from '../../messages/area-t.ts';
import type { Titles } from '../../data/titles.ts';
import { changeWords } from './change-words.ts';
import type { RecordPartProps } from './record-title.tsx';

type State =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'here'; readonly changes: readonly Change[] };

/** What happened to the record, newest first, in words. Read again when the record changes. */
export function ActivityTab({ entity, id, values }: RecordPartProps) {
  const state = useHistory(entity, id, values);
  const sessionOf = useSessions(id);
  if (state.state === 'unreachable')
    return <p className="pt-3 text-ui text-muted">{t('activity.unreachable')}</p>;
  if (state.state === 'loading')
    return (
      <div className="flex flex-col gap-2 pt-3">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-5 w-1/2" />
      </div>
    );
  return (
    <ol className="flex flex-col gap-2.5 pt-3">
      {state.changes.map((change) => (
        <ActivityItem key={change.seq} entity={entity} change={change} session={sessionOf(change.cause)} />
      ))}
    </ol>
  );
}

/** The scoring session in which an act was agreed. */
function useSessions(record: string): (cause: string) => string | undefined {
  const { titles } = useWorkspace();
  const verdicts = useRelated('verdict', 'record', record);
  return (cause) => {
    const isAgreedIn = ({ values: { agreements } }: ReplicaRecord) =>
      Array.isArray(agreements) && agreements.some((each: { readonly act?: unknown }) => each.act === cause);
    const verdict = verdicts.find(isAgreedIn);
    return verdict && titles.titleOf(readText(verdict.values['scoring']));
  };
}

function useHistory(entity: string, id: string, values: Values): State {
  const replica = useReplica();
  const [state, setState] = useState<State>({ state: 'loading' });
  const updatedAt = values['updatedAt'];
  useEffect(() => {
    const leaving = new AbortController();
    replica.call('GET', `/${MODEL.entity(entity).plural}/${id}/history`, { signal: leaving.signal }).then(
      ({ body }) => setState({ state: 'here', changes: body['items'] as unknown as readonly Change[] }),
      () => {
        // Offline, or the record is not on the server yet: what is known is kept.
        if (!leaving.signal.aborted)
          setState((known) => (known.state === 'here' ? known : { state: 'unreachable' }));
      },
    );
    return () => leaving.abort();
  }, [replica, entity, id, updatedAt]);
  return state;
}

/** Customers who wrote a mail act through their mailbox. */
function authorOf({ actor, actorKind, source, before, after }: Change, titles: Titles): string {
  const known = actor === null ? undefined : titles.titleOf(actor);
  if (known !== undefined) return known;
  if (source === 'portal') return t('conversation.stranger');
  if (actorKind !== 'connector') return t('activity.system');
  const writer = before === null ? titles.titleOf(readText(after?.['contact'])) : undefined;
  return writer ?? t('activity.channel');
}

interface ActivityItemProps {
  readonly entity: string;
  readonly change: Change;
  /** In which it was agreed. */
  readonly session: string | undefined;
}

function ActivityItem({ entity, change, session }: ActivityItemProps) {
  const { fields } = useWorkspace();
  const titles = useTitles();
  const who = authorOf(change, titles);
  const when = readMoment(change.occurredAt);
  const words = changeWords(change, fields(entity), titles);
  if (words.length === 0) return null;
  return (
    <li className="flex gap-2 text-ui">
      <span aria-hidden className="pt-px">
        <Avatar name={who} />
      </span>
      <div className="min-w-0 flex-1">
        <span className="font-medium">{who}</span>{' '}
        <span className="break-words text-muted">
          {[...words, ...(session === undefined ? [] : [t('activity.agreedIn', { title: session })])].join(
            '; ',
          )}
        </span>
      </div>
      {when && (
        <time
          dateTime={when.toISOString()}
          data-tip={formatMoment(when, locale).long}
          className="shrink-0 text-small text-faint"
        >
          {formatAgo(when, locale)}
        </time>
      )}
    </li>
  );
}
