/**
 * Discrete-event simulation of a network of queues, first come, first served. Banks, Carson, Nelson & Nicol,
 * Discrete-Event System Simulation: the next event decides where the clock goes.
 */
import { makeRandom } from '../statistics/random.ts';
import { EventQueue } from './event-queue.ts';
import type { ProcessModel } from './process-model.ts';

export type SimulationOptions = {
  /** The same seed gives the same arrivals, ways and times of work, whatever else is changed in the model. */
  readonly seed: number;
  /** Cases that are counted. */
  readonly cases: number;
  /** Cases before them, until the process has filled; a fifth as many unless given. */
  readonly warmUp?: number;
};

export type SimulationResult = {
  /** From arrival to end of each counted case, in ms. */
  readonly leadTimes: Float64Array;
  /** Cases finished per ms, while counted ones arrived. */
  readonly throughput: number;
  /** Cases in progress, on average over time. */
  readonly inProgress: number;
  readonly stations: readonly StationResult[];
};

export type StationResult = {
  readonly name: string;
  readonly visits: number;
  /** Mean time in its queue, and in work, per visit; in ms. */
  readonly meanWait: number;
  readonly meanService: number;
  /** Share of the time that its servers work; `NaN` where their number is not bounded. */
  readonly utilization: number;
};

export function simulateProcess(model: ProcessModel, options: SimulationOptions): SimulationResult {
  const run = new Run(model, options);
  run.goOn();
  return run.result();
}

/** Payloads of events: a new case, or a case that asks for its next station, or that is finished at its present one. */
const ARRIVAL = -1;

class Run {
  readonly #model: ProcessModel;
  readonly #cases: number;
  readonly #warmUp: number;
  readonly #seed: number;
  readonly #events = new EventQueue();
  readonly #busy: Int32Array;
  readonly #queues: Queue[];
  readonly #outside = new Queue();
  readonly #arrived: Float64Array;
  readonly #asked: Float64Array;
  readonly #step: Int32Array;
  readonly #paths: (readonly number[])[] = [];
  readonly #draws = new Map<number, () => number>();
  readonly #leadTimes: Float64Array;
  readonly #wait: Float64Array;
  readonly #service: Float64Array;
  readonly #visits: Float64Array;
  readonly #arrivals: () => number;
  #count = 0;
  #inside = 0;
  #finished = 0;
  #finishedWhileCounted = 0;
  #area = 0;
  #from = Number.NaN;
  #until = Number.NaN;
  #last = 0;

  constructor(model: ProcessModel, { seed, cases, warmUp = Math.ceil(cases / 5) }: SimulationOptions) {
    const all = cases + warmUp;
    const stations = model.stations.length;
    this.#model = model;
    this.#cases = all;
    this.#warmUp = warmUp;
    this.#seed = seed;
    this.#busy = new Int32Array(stations);
    this.#queues = model.stations.map(() => new Queue());
    this.#arrived = new Float64Array(all);
    this.#asked = new Float64Array(all);
    this.#step = new Int32Array(all);
    this.#leadTimes = new Float64Array(cases);
    this.#wait = new Float64Array(stations);
    this.#service = new Float64Array(stations);
    this.#visits = new Float64Array(stations);
    this.#arrivals = makeRandom(seed);
  }

  goOn(): void {
    this.#events.add(0, ARRIVAL);
    while (this.#events.size > 0 && this.#finished < this.#cases) {
      const payload = this.#events.take();
      this.#pass(this.#events.time);
      if (payload === ARRIVAL) this.#arrive();
      else if (payload % 2 === 0) this.#ask(payload >> 1);
      else this.#leave(payload >> 1);
    }
  }

  result(): SimulationResult {
    const time = this.#until - this.#from;
    return {
      leadTimes: this.#leadTimes,
      throughput: this.#finishedWhileCounted / time,
      inProgress: this.#area / time,
      stations: this.#model.stations.map(({ name, servers }, at) => ({
        name,
        visits: this.#visits[at] as number,
        meanWait: (this.#wait[at] as number) / (this.#visits[at] as number),
        meanService: (this.#service[at] as number) / (this.#visits[at] as number),
        utilization: Number.isFinite(servers) ? (this.#service[at] as number) / (servers * time) : Number.NaN,
      })),
    };
  }

  get #isCounted(): boolean {
    return !Number.isNaN(this.#from) && Number.isNaN(this.#until);
  }

  #pass(time: number): void {
    if (this.#isCounted) this.#area += this.#inside * (time - this.#last);
    this.#last = time;
  }

  #arrive(): void {
    const id = this.#count++;
    if (id === this.#warmUp) this.#from = this.#last;
    if (id === this.#cases - 1) this.#until = this.#last;
    else this.#events.add(this.#last + this.#model.arrival.draw(this.#arrivals), ARRIVAL);
    this.#arrived[id] = this.#last;
    this.#inside += 1;
    // Each case has chance of its own, so that a change elsewhere leaves its way and its times as they were.
    const draw = makeRandom(this.#seed * 1_000_003 + id + 1);
    this.#draws.set(id, draw);
    this.#paths[id] = this.#model.paths[Math.floor(draw() * this.#model.paths.length)] as readonly number[];
    const isFull = this.#inside - this.#outside.size > this.#model.limit;
    if (isFull) this.#outside.add(id);
    else this.#goTo(id);
  }

  /** On the way to the station at the case’s step, or out. */
  #goTo(id: number): void {
    const station = this.#paths[id]?.[this.#step[id] as number];
    if (station === undefined) return this.#finish(id);
    const delay = this.#model.stations[station]?.delay.draw(this.#draws.get(id) as () => number) ?? 0;
    this.#events.add(this.#last + delay, id * 2);
  }

  #ask(id: number): void {
    const station = this.#stationOf(id);
    this.#asked[id] = this.#last;
    if ((this.#busy[station] as number) < (this.#model.stations[station]?.servers ?? 0))
      this.#serve(id, station);
    else this.#queues[station]?.add(id);
  }

  #serve(id: number, station: number): void {
    const service = this.#model.stations[station]?.service.draw(this.#draws.get(id) as () => number) ?? 0;
    this.#busy[station] = (this.#busy[station] as number) + 1;
    if (this.#isCounted) {
      this.#visits[station] = (this.#visits[station] as number) + 1;
      this.#wait[station] = (this.#wait[station] as number) + this.#last - (this.#asked[id] as number);
      this.#service[station] = (this.#service[station] as number) + service;
    }
    this.#events.add(this.#last + service, id * 2 + 1);
  }

  #leave(id: number): void {
    const station = this.#stationOf(id);
    this.#busy[station] = (this.#busy[station] as number) - 1;
    const next = this.#queues[station]?.take();
    if (next !== undefined) this.#serve(next, station);
    this.#step[id] = (this.#step[id] as number) + 1;
    this.#goTo(id);
  }

  #finish(id: number): void {
    this.#finished += 1;
    this.#inside -= 1;
    if (this.#isCounted) this.#finishedWhileCounted += 1;
    if (id >= this.#warmUp) this.#leadTimes[id - this.#warmUp] = this.#last - (this.#arrived[id] as number);
    this.#draws.delete(id);
    const next = this.#outside.take();
    if (next !== undefined) this.#goTo(next);
  }

  #stationOf(id: number): number {
    return this.#paths[id]?.[this.#step[id] as number] as number;
  }
}

/** First in, first out; taking costs nothing in the long run. */
class Queue {
  #items: number[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  add(item: number): void {
    this.#items.push(item);
  }

  take(): number | undefined {
    if (this.size === 0) return undefined;
    const item = this.#items[this.#head++];
    if (this.#head > 1024 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }
}
