import type { JsonObject } from '@throughline/base';
import { useCallback, useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { showFailure } from '../../data/writer.ts';

export interface StandardAct {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: JsonObject;
  /** What was done, for the toast that offers to undo it. */
  readonly message?: string;
}

/** Standards are written by the server: what it will not do it says, and `isBusy` until it answers. */
export function useStandardAct(): {
  readonly act: (act: StandardAct) => Promise<JsonObject | undefined>;
  readonly isBusy: boolean;
} {
  const { replica, writer } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const act = useCallback(
    async ({ method, path, body, message }: StandardAct) => {
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
