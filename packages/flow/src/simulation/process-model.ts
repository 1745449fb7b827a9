/** A process as a network of queues: cases arrive, go through steps, and wait where all who do a step are busy. */
import type { Sampler } from '../statistics/samplers.ts';

export type Station = {
  readonly name: string;
  /** Time that work on it takes, in ms. */
  readonly service: Sampler;
  /** Time that passes before a case asks for it, for reasons that are none of its queue. */
  readonly delay: Sampler;
  /** How many pieces of work go on at once; Infinity where nobody has to wait. */
  readonly servers: number;
};

export type ProcessModel = {
  /** Time between arrivals. */
  readonly arrival: Sampler;
  readonly stations: readonly Station[];
  /** Ways that cases take, as indices of stations; each as likely as any. */
  readonly paths: readonly (readonly number[])[];
  /** Cases in progress at once; those that arrive beyond wait outside. Infinity for no limit. */
  readonly limit: number;
};
