import { describe, expect, it } from 'vitest';
import { encodeText } from '../read/decode-text.ts';
import { fitAbsolute, predict } from '../statistics/robust-regression.ts';
import { makeRandom } from '../statistics/random.ts';
import { givenPath, openGiven } from '../testing/given-data.ts';
import { predictSprints, scoreSprints } from './predict-sprints.ts';
import { readSprints } from './read-sprints.ts';
import type { Sprint } from './sprint.ts';
import { sprintFeatures } from './sprint-features.ts';

const buildSprint = (overrides: Partial<Sprint> = {}): Sprint => ({
  board: 'A',
  id: '1',
  name: 'One',
  plannedDays: 14,
  planned: 20,
  added: 4,
  removed: 2,
  todo: 10,
  inProgress: 7,
  done: 5,
  itemsInProgress: 3,
  delivered: 18,
  ...overrides,
});

function read(text: string) {
  async function* chunks() {
    yield encodeText(text);
  }
  return readSprints(chunks());
}

describe('sprints', () => {
  it('are read with commas in their names and without some values', async () => {
    const { sprints, leftOut } = await read(
      'boardid,sprintid,name,vel_diff,planday,vel_starttime,vel_added,vel_removed,vel_todo,vel_inprogress,vel_done\n' +
        '7,12,Fix, test, ship,-3,14,20,4,2,10,7,5\n7,3,Open,,14,20,0,0,10,7,3\n7,4,Bad,x,14,20,0,0,10,7,3\n',
    );
    expect(sprints).toEqual([
      buildSprint({
        board: '7',
        id: '3',
        name: 'Open',
        added: 0,
        removed: 0,
        done: 3,
        itemsInProgress: 0,
        delivered: null,
      }),
      buildSprint({ board: '7', id: '12', name: 'Fix, test, ship', itemsInProgress: 0, delivered: 19 }),
    ]);
    expect(leftOut).toEqual([{ reason: 'bad_row', count: 1, examples: ['line 4'] }]);
    await expect(read('a,b\n1,2\n')).rejects.toThrow('No column looks like the points planned');
  });

  it('are described by what was known: points now, days, and how earlier sprints of the board went', () => {
    const past = buildSprint({ delivered: 11 });
    const [, later] = sprintFeatures([past, buildSprint({ id: '2', delivered: 1000 })]);
    // The common share is (11 + 10) / (22 + 10), the board’s (11 + 30 × that) / (22 + 30).
    const usual = (11 + 30 * (21 / 32)) / 52;
    expect(later).toEqual([22, 10, 7, 5, 2, 14, 3, 22, 22 * usual, -11]);
  });

  it('do not learn from the same sprint on another board', () => {
    const [, twin] = sprintFeatures([buildSprint(), buildSprint({ board: 'B' })]);
    expect(twin?.[8]).toBe(22);
  });

  it('are predicted from those before them alone', () => {
    const random = makeRandom(3);
    const sprints = Array.from({ length: 80 }, (_, at) => {
      const done = Math.floor(random() * 20);
      return buildSprint({ id: `${at}`, done, delivered: 5 + done });
    });
    const changed = sprints.map((sprint, at) => (at < 70 ? sprint : { ...sprint, delivered: 999 }));
    expect(
      predictSprints(changed)
        .slice(0, 40)
        .map(({ expected }) => expected),
    ).toEqual(
      predictSprints(sprints)
        .slice(0, 40)
        .map(({ expected }) => expected),
    );
    expect(scoreSprints(predictSprints(sprints)).improvement).toBeGreaterThan(0.7);
  });

  it('are fitted by a line that a wild outcome does not bend', () => {
    const rows = Array.from({ length: 21 }, (_, at) => [at, 1]);
    const outcomes = rows.map(([x = 0], at) => (at === 20 ? 200 : 2 * x + 3));
    const coefficients = fitAbsolute(rows, outcomes, { ridge: 0, rounds: 60 });
    expect(coefficients).toEqual([expect.closeTo(2, 0), expect.closeTo(3, 0)]);
    expect(predict([2, 3], [4, 1])).toBe(11);
  });
});

describe.skipIf(givenPath('throughput-agile-sprints') === undefined)('sprints of real companies', () => {
  it.each(['apache', 'jboss', 'jira', 'mongodb', 'spring'])(
    'of %s are foreseen 15 % better than by what they committed to',
    async (company) => {
      const { sprints } = await readSprints(
        openGiven(`throughput-agile-sprints/${company}_iteration_30.csv.gz`),
      );
      const score = scoreSprints(predictSprints(sprints));
      expect(score.improvement).toBeGreaterThanOrEqual(0.15);
      expect(score.withinRange).toBeGreaterThan(0.6);
    },
  );
});
