/** Settings are written by the server at once: it says right away what it will not do. */
import type { JsonObject } from '@throughline/base';
import { useCallback } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { showFailure } from '../../data/writer.ts';

export interface Act {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: JsonObject;
  /** What was done, for the toast that offers to undo it. */
  readonly message?: string;
}

/** Answers what the server answered; undefined where it refused, which is shown. */
export function useAct(): (act: Act) => Promise<JsonObject | undefined> {
  const { replica, writer } = useWorkspace();
  return useCallback(
    async ({ method, path, body, message }) => {
      try {
        const answer = await replica.call(method, path, body === undefined ? {} : { body });
        if (message !== undefined && answer.cause !== null) writer.offerUndo(answer.cause, message);
        return answer.body;
      } catch (error) {
        showFailure(error);
        return undefined;
      }
    },
    [replica, writer],
  );
}
