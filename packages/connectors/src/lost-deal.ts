import type { Said } from './channel.ts';

export type LostDeal = {
  readonly id: string;
  readonly name: string | undefined;
  /** Why it was lost, in the words of whoever tried. */
  readonly reason: string;
  readonly amount: string | undefined;
  /** ISO 4217. */
  readonly currency: string | undefined;
  readonly company: string | undefined;
  readonly at?: string;
  readonly link?: string;
};

/** A deal that was lost is feedback of the company: why, and what it would have been worth. */
export function lostDeal({ id, name, reason, amount, currency, company, at, link }: LostDeal): Said {
  const worth = amount === undefined ? [] : [`Worth: ${[amount, currency].filter(Boolean).join(' ')}`];
  return {
    id: `deal/${id}`,
    thread: `deal/${id}`,
    title: `Lost: ${name ?? company ?? id}`,
    body: [reason, ...worth].join('\n\n'),
    author: company === undefined ? {} : { company },
    ...(at === undefined ? {} : { at }),
    ...(link === undefined ? {} : { link }),
  };
}
