/** Connects again whenever the connection ends, waiting longer each time it fails. */
import { Refusal } from '@throughline/contract';
import { UnreachableError } from '../api.ts';

export type Link = {
  /** Resolves when it was told to stop. After the session has ended it rests until it is woken. */
  readonly run: () => Promise<void>;
  /** Tries now instead of at the next interval. */
  readonly wake: () => void;
};

export type LinkOptions = {
  /** Resolves or throws when the connection ends. */
  readonly connect: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly isLive: () => boolean;
  readonly onLost: (isSignedOut: boolean) => void;
};

const RETRY_MS = [500, 1000, 2000, 5000, 10_000];

export function keepConnected({ connect, signal, isLive, onLost }: LinkOptions): Link {
  let rouse: () => void = () => {};
  const pause = (ms: number | undefined): Promise<void> =>
    new Promise((resolve) => {
      rouse = resolve;
      if (ms !== undefined) setTimeout(resolve, ms);
    });
  return {
    wake: () => rouse(),
    run: async () => {
      for (let failures = 0; !signal.aborted; failures++) {
        const error = await connect().then(
          () => null,
          (reason: unknown) => reason,
        );
        if (signal.aborted) return;
        const isSignedOut = error instanceof Refusal && error.code === 'unauthenticated';
        if (error !== null && !isExpected(error)) console.error(error);
        if (isLive()) failures = 0;
        const wait = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
        onLost(isSignedOut);
        await pause(isSignedOut ? undefined : wait);
      }
    },
  };
}

/** Connections break; that is no bug. `fetch` reports a broken stream as a TypeError. */
function isExpected(error: unknown): boolean {
  return (
    error instanceof UnreachableError ||
    error instanceof Refusal ||
    error instanceof TypeError ||
    (error as Error).name === 'AbortError'
  );
}
