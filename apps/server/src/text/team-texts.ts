/**
 * To which team feedback belongs, learnt from what people gave to teams. A classifier for each workspace, a function of
 * its feedback, held in memory alone and learnt anew in the background: answers come from the one that is there.
 */
import { setImmediate } from 'node:timers/promises';
import { readGivenFeedback, readLogHead, type GivenFeedback, type Runtime } from '@throughline/operations';
import {
  classify,
  fitThreshold,
  trainInSteps,
  type Classifier,
  type ClassifiedText,
  type LabelledText,
} from '@throughline/text';

export type LikelyTeam = {
  readonly team: string;
  /** From 0 to 1. */
  readonly probability: number;
  readonly words: readonly string[];
};

export type TeamTexts = {
  /** The likeliest team, or none where that is not sure enough. */
  readonly suggest: (workspace: string, asked: ClassifiedText) => Promise<LikelyTeam | undefined>;
};

type Learnt = {
  readonly classifier: Classifier;
  /** From which probability on enough of what was held back was right; null where it never was. */
  readonly threshold: number | null;
};

type Held = { learnt: Learnt | null; head: number; learning: Promise<void> | null; at: number };

const MOST_EXAMPLES = 500;
const LEAST_EXAMPLES = 50;
const LEAST_OF_A_TEAM = 5;
/** One of so many is held back, to see how sure is sure enough. */
const HELD_BACK = 5;
/** The share of suggestions that must have been right. */
const PRECISION = 0.8;
const LIKELIER_THAN_NOT = 0.5;
/** What was learnt is used so long, even if more was handled meanwhile. */
const FRESH_MS = 600_000;
const MOST_HELD = 20;

export function makeTeamTexts(runtime: Runtime): TeamTexts {
  const held = new Map<string, Held>();

  const holdOf = (workspace: string): Held => {
    const one = held.get(workspace) ?? { learnt: null, head: -1, learning: null, at: -Infinity };
    held.delete(workspace);
    held.set(workspace, one);
    const [oldest] = held.keys();
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return one;
  };
  const learn = async (workspace: string, one: Held): Promise<void> => {
    const head = await readLogHead(runtime, workspace);
    if (head !== one.head)
      one.learnt = await learnTeams(await readGivenFeedback(runtime, workspace, MOST_EXAMPLES));
    one.head = head;
    one.at = runtime.ids.now();
  };
  return {
    suggest: async (workspace, asked) => {
      const one = holdOf(workspace);
      if (one.learning === null && runtime.ids.now() - one.at > FRESH_MS)
        one.learning = learn(workspace, one).finally(() => {
          one.learning = null;
        });
      // The first time there is nothing else to answer from.
      if (one.head < 0) await one.learning;
      else one.learning?.catch(() => undefined);
      if (one.learnt === null || one.learnt.threshold === null) return undefined;
      const { top, because } = classify(one.learnt.classifier, asked);
      const [first] = top;
      if (first === undefined || first.probability < one.learnt.threshold) return undefined;
      return {
        team: first.label,
        probability: first.probability,
        words: because.map(({ words }) => words),
      };
    },
  };
}

/** Null where there is too little to learn from. */
export async function learnTeams(given: readonly GivenFeedback[]): Promise<Learnt | null> {
  const counts = new Map<string, number>();
  for (const { team } of given) counts.set(team, (counts.get(team) ?? 0) + 1);
  const examples = given
    .filter(({ team }) => (counts.get(team) ?? 0) >= LEAST_OF_A_TEAM)
    .map(({ title, body, team }): LabelledText => ({ text: { title, body }, label: team }));
  const isTold = new Set(examples.map(({ label }) => label)).size > 1;
  if (examples.length < LEAST_EXAMPLES || !isTold) return null;
  const classifier = await train(examples.filter((_, at) => at % HELD_BACK !== 0));
  const seen: { confidence: number; isRight: boolean }[] = [];
  for (const { text, label } of examples.filter((_, at) => at % HELD_BACK === 0)) {
    const [first] = classify(classifier, text).top;
    seen.push({ confidence: first?.probability ?? 0, isRight: first?.label === label });
    await setImmediate();
  }
  const threshold = fitThreshold(seen, PRECISION);
  // Where all of it may be shown, the least sure of a few says little: what is likelier than not is shown.
  const isAllRight = threshold !== null && seen.every(({ confidence }) => confidence >= threshold);
  return { classifier, threshold: isAllRight ? Math.min(threshold, LIKELIER_THAN_NOT) : threshold };
}

/** Requests that wait are answered in between. */
async function train(examples: readonly LabelledText[]): Promise<Classifier> {
  const steps = trainInSteps(examples);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
