/** What only the server can do: it says right away what it will not. */
import type { JsonObject } from '@throughline/base';
import { useCallback, useState } from 'react';
import { useWorkspace } from '../data/data-context.ts';
import { showFailure } from '../data/writer.ts';

export interface Act {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: JsonObject;
  /** What was done, for the toast that offers to undo it. */
  readonly message?: string;
}

export interface Acting {
  /** Answers what the server answered; undefined where it refused, which is shown. */
  readonly act: (act: Act) => Promise<JsonObject | undefined>;
  /** Until the server has answered. */
  readonly isBusy: boolean;
}

export function useAct(): Acting {
  const { replica, writer } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const act = useCallback(
    async ({ method, path, body, message }: Act) => {
      setBusy(true);
      try {
        const answer = await replica.call(method, path, body === undefined ? {} : { body });
        if (message !== undefined && answer.cause !== null) writer.offerUndo(answer.cause, message);
        return answer.body;
      } catch (error) {
        showFailure(error);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [replica, writer],
  );
  return { act, isBusy };
}
