/**
 * What is known exactly of one queue with random arrivals and service (M/M/c). Rates per unit of time.
 * Erlang, Solution of Some Problems in the Theory of Probabilities of Significance in Automatic Telephone Exchanges
 * (1917); Kleinrock, Queueing Systems I (1975).
 */

/** Chance that an arrival must wait (Erlang’s C). */
export function chanceOfWaiting(arrivalRate: number, serviceRate: number, servers: number): number {
  const load = arrivalRate / serviceRate;
  let blocking = 1;
  for (let count = 1; count <= servers; count++) blocking = (load * blocking) / (count + load * blocking);
  return blocking / (1 - (load / servers) * (1 - blocking));
}

/** Mean time in the queue. */
export function meanWaitingTime(arrivalRate: number, serviceRate: number, servers: number): number {
  return chanceOfWaiting(arrivalRate, serviceRate, servers) / (servers * serviceRate - arrivalRate);
}
