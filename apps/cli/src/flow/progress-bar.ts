/** A bar on standard error, for people alone: nothing where nobody looks, nothing for what takes no time. */

export type ProgressBar = {
  /** From 0 to 1. */
  readonly show: (share: number) => void;
  readonly clear: () => void;
};

const WIDTH = 24;
/** What ends sooner needs no bar. */
const PATIENCE_MS = 300;
const EVERY_MS = 80;

export function makeProgressBar(label: string): ProgressBar {
  if (process.stderr.isTTY !== true) return { show: () => {}, clear: () => {} };
  let next = performance.now() + PATIENCE_MS;
  let isShown = false;
  return {
    show: (share) => {
      const now = performance.now();
      if (now < next) return;
      next = now + EVERY_MS;
      isShown = true;
      const full = Math.round(Math.min(1, share) * WIDTH);
      const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
      process.stderr.write(`\r\u001b[K${label} ${bar} ${Math.floor(share * 100)} %`);
    },
    clear: () => {
      if (isShown) process.stderr.write('\r\u001b[K');
      isShown = false;
    },
  };
}
