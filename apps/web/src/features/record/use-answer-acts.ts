/** What is decided about answers to customers. */
import { useState } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useWorkspace } from '../../data/data-context.ts';
import { showFailure } from '../../data/writer.ts';
import { t } from '../../messages/area-t.ts';

export interface AnswerActs {
  readonly approve: (id: string) => Promise<void>;
  readonly skip: (id: string) => Promise<void>;
  readonly change: (
    id: string,
    words: { readonly subject: string; readonly body: string },
  ) => Promise<boolean>;
  readonly isBusy: boolean;
}

export function useAnswerActs(): AnswerActs {
  const { act, isBusy } = useAct();
  return {
    isBusy,
    approve: async (id) => {
      await act({ method: 'POST', path: `/answers/${id}/approve`, message: t('answer.approved') });
    },
    skip: async (id) => {
      await act({ method: 'POST', path: `/answers/${id}/skip`, message: t('answer.skipped') });
    },
    change: async (id, { subject, body }) =>
      (await act({ method: 'PATCH', path: `/answers/${id}`, body: { subject, body } })) !== undefined,
  };
}

export interface ApprovingAll {
  readonly approveAll: (ids: readonly string[]) => Promise<void>;
  /** How many are approved by now; undefined while nothing is under way. */
  readonly done: number | undefined;
}

/** One act: undo takes back those that have not gone out yet when it is asked for at once. */
export function useApproveAll(): ApprovingAll {
  const { replica, writer } = useWorkspace();
  const [done, setDone] = useState<number>();
  async function approveAll(ids: readonly string[]): Promise<void> {
    let cause: string | undefined;
    let count = 0;
    setDone(0);
    try {
      for (const id of ids) {
        const options = cause === undefined ? {} : { cause };
        cause = (await replica.call('POST', `/answers/${id}/approve`, options)).cause ?? cause;
        count += 1;
        setDone(count);
      }
    } catch (error) {
      showFailure(error);
    } finally {
      setDone(undefined);
    }
    if (cause !== undefined) writer.offerUndo(cause, t('answer.approvedAll', { count }));
  }
  return { approveAll, done };
}
