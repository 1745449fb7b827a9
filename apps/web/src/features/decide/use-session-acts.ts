import type { JsonObject } from '@throughline/base';
import { showToast } from '@throughline/ui';
import { tryIt } from '../../answers/use-answer.ts';
import { useWorkspace } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import type { AgreedValues } from './propose-values.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface AgreedIdea {
  readonly idea: SessionIdea;
  readonly values: AgreedValues;
}

export interface SessionActs {
  /** Of one idea, or of all that are scored apart. */
  readonly reveal: (idea?: SessionIdea) => Promise<unknown>;
  readonly repeat: (idea: SessionIdea) => Promise<unknown>;
  readonly agree: (items: readonly AgreedIdea[]) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
}

/** What is done to a session: by the server, which alone knows the scores. */
export function useSessionActs(id: string, title: string): SessionActs {
  const { replica, writer } = useWorkspace();
  const call = (verb: string, body: JsonObject = {}) =>
    replica.call('POST', `/scorings/${id}/${verb}`, { body });
  return {
    reveal: (idea) => tryIt(() => call('reveal', idea === undefined ? {} : { records: [idea.record] })),
    repeat: (idea) =>
      tryIt(async () => {
        await call('repeat', { records: [idea.record] });
        showToast({ title: t('decide.repeated', { title: idea.title ?? '' }) });
      }),
    agree: (agreed) =>
      tryIt(async () => {
        const items = agreed.map(({ idea, values }) => ({
          record: idea.record,
          values,
          knows: idea.agreement?.at ?? null,
        }));
        const { cause } = await call('agree', { items });
        writer.offerUndo(cause ?? '', t('decide.agreedNow', { count: items.length }));
      }),
    close: () =>
      tryIt(async () => {
        await call('close');
        showToast({ title: t('decide.closedNow', { title }) });
      }),
  };
}
