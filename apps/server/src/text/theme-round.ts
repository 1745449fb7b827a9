/** Finds the themes of spaces whose day has come, one space after the other, in short steps between requests. */
import { setImmediate } from 'node:timers/promises';
import {
  keepThemes,
  listDueThemes,
  readThemeSources,
  type FoundTheme,
  type Runtime,
  type ThemePlace,
} from '@throughline/operations';
import {
  findThemesInSteps,
  measureGrowth,
  readPlainText,
  type Theme,
  type ThemeOptions,
} from '@throughline/text';

/** Smaller groups are no themes. */
const LEAST_MEMBERS = 4;
/** Fewer and larger themes than usual: a list that is read, and found from little. */
const DETAIL = 0.6;
const WEEK_MS = 7 * 86_400_000;
const WEEKS = 12;
/** How often it is looked for: that counts all feedback. */
const LOOK_MS = 600_000;
/** A space in which none was found is looked at again. */
const AGAIN_MS = 86_400_000;

/** Answers how many spaces were done; what was begun when the process ends is begun anew by the next. */
export function makeThemeRound(runtime: Runtime): () => Promise<number> {
  const tried = new Map<string, number>();
  let lookedAt = -Infinity;
  return async () => {
    if (runtime.ids.now() - lookedAt < LOOK_MS) return 0;
    lookedAt = runtime.ids.now();
    let done = 0;
    for (const place of await listDueThemes(runtime)) {
      const now = runtime.ids.now();
      const key = `${place.workspace} ${place.space}`;
      if (now - (tried.get(key) ?? -Infinity) < AGAIN_MS) continue;
      tried.set(key, now);
      if (await keepThemes(runtime, place, await findIn(runtime, place, now))) done++;
    }
    return done;
  };
}

async function findIn(runtime: Runtime, place: ThemePlace, now: number): Promise<readonly FoundTheme[]> {
  const { texts, known } = await readThemeSources(runtime, place);
  const plain = texts.map(({ id, text }) => ({ id, text: readPlainText({ body: text }) }));
  const themes = await findSlowly(plain, { before: known, least: LEAST_MEMBERS, detail: DETAIL });
  const isKnown = new Set(known.map(({ id }) => id));
  const timeOf = new Map(texts.map(({ id, at }) => [id, at]));
  return themes.map(({ id, words, members }) => {
    const times = members.map((member) => timeOf.get(member) ?? 0);
    const growth = measureGrowth(times, { until: now, period: WEEK_MS, periods: WEEKS });
    return {
      id: isKnown.has(id) ? id : undefined,
      words,
      members,
      weeks: growth.counts,
      growth: growth.ratio,
    };
  });
}

async function findSlowly(
  texts: readonly { readonly id: string; readonly text: string }[],
  options: ThemeOptions,
): Promise<readonly Theme[]> {
  const steps = findThemesInSteps(texts, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
