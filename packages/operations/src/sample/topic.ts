/** What the sample's customers talk about: the ideas that came of it, and how they put it themselves. */
export type Topic = {
  readonly space: 'SCHED' | 'PAY' | 'MOB' | 'PLAT';
  readonly label: string;
  readonly ideas: readonly string[];
  readonly words: readonly string[];
};
