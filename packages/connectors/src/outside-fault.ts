import type { OutsideAnswer } from './channel.ts';

/** Something outside did not do what was asked of it. */
export class OutsideFault extends Error {
  /** Trying again is of no use. */
  readonly lasts: boolean;
  /** How long it wants to be left alone, in milliseconds. */
  readonly waitMs: number;

  constructor(message: string, { lasts, waitMs = 0 }: { readonly lasts: boolean; readonly waitMs?: number }) {
    super(message);
    this.name = 'OutsideFault';
    this.lasts = lasts;
    this.waitMs = waitMs;
  }
}

/** Passes an answer of success; another says whether to try again: RFC 9110, 15.5 and 15.6; RFC 6585, 4. */
export function mustSucceed(vendor: string, answer: OutsideAnswer): OutsideAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  const waits = status === 429 || status === 408 || status >= 500;
  const said = answer.body.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  throw new OutsideFault(`${vendor} answered ${status}${said === '' ? '' : `: ${said}`}`, {
    lasts: !waits,
    waitMs: retryAfter(answer),
  });
}

/** `Retry-After` in seconds, as the vendors send it; 0 where it says nothing. */
function retryAfter({ headers }: OutsideAnswer): number {
  const seconds = Number(headers['retry-after']);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, 86_400) * 1000 : 0;
}
