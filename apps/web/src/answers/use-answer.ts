/** What only the server knows (it is not in the browser's copy), asked when a screen opens. */
import type { JsonObject } from '@throughline/base';
import { useCallback, useEffect, useState } from 'react';
import { useReplica } from '../data/data-context.ts';
import { showFailure } from '../data/writer.ts';

export interface Answered {
  /** Undefined until it is here; then the latest, also while it is asked again. */
  readonly body: JsonObject | undefined;
  readonly reload: () => void;
}

/** Asks again when the path changes, and on `reload`. Undefined asks nothing. Give the same `fail` each time. */
export function useAnswer(path: string | undefined, fail: (error: unknown) => void = showFailure): Answered {
  const replica = useReplica();
  const [turn, setTurn] = useState(0);
  const [answer, setAnswer] = useState<{ readonly path: string; readonly body: JsonObject }>();
  useEffect(() => {
    if (path === undefined) return undefined;
    const leaving = new AbortController();
    replica.call('GET', path, { signal: leaving.signal }).then(
      ({ body }) => {
        if (!leaving.signal.aborted) setAnswer({ path, body });
      },
      (error: unknown) => {
        if (!leaving.signal.aborted) fail(error);
      },
    );
    return () => leaving.abort();
  }, [replica, path, turn, fail]);
  const reload = useCallback(() => setTurn((before) => before + 1), []);
  return { body: answer?.path === path ? answer?.body : undefined, reload };
}

/** The records of a page that the server answered; undefined until it is here. */
export function readItems(body: JsonObject | undefined): readonly JsonObject[] | undefined {
  const items = body?.['items'];
  if (!Array.isArray(items)) return undefined;
  return items.filter(
    (item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}

/** Does what the server can refuse, and shows the refusal. True when it was done. */
export async function tryIt(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    showFailure(error);
    return false;
  }
}
