/** `throughline flow conformance`: where cases differ from a model, and how much. */
import { readFile } from 'node:fs/promises';
import {
  alignLog,
  alignmentFitness,
  alignmentPrecision,
  FlowRefusal,
  judgeVariants,
  listDeviations,
  mineTree,
  netOfTree,
  pairLifecycle,
  parseTree,
  printTree,
  replayLog,
  type Deviation,
  type EventLog,
  type LogAlignment,
  type ProcessTree,
  type Rule,
  type Verdict,
} from '@throughline/flow';
import type { Command } from 'commander';
import { formatShare, formatTable } from './format.ts';
import { addLogOptions, type LogOptions } from './log-options.ts';
import { openLog } from './open-log.ts';
import { shareOption, textOption } from './option-values.ts';
import { makeProgressBar } from './progress-bar.ts';
import { runFlow } from './run-flow.ts';

const RULES: readonly Rule[] = ['must', 'may-differ', 'free'];
/** Of the model that is found in the log itself, when none is given: the main way of working. */
const MAIN_WAY = 0.2;

type Explanation = {
  readonly cases: readonly string[];
  readonly cost: number;
  readonly is_cheapest: boolean;
  readonly verdict: Verdict;
  readonly moves: readonly (readonly [kind: 'both' | 'log' | 'model', activity: string])[];
};

type Conformance = {
  readonly model: string;
  readonly fitness: { readonly alignment: number; readonly token_replay: number };
  readonly precision: number;
  readonly cases: number;
  readonly conforming_cases: number;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly deviations: readonly Deviation[];
  /** By variant: the cheapest run of the model for its cases. */
  readonly explanations: readonly Explanation[];
};

export function addConformanceCommand(flow: Command): void {
  addLogOptions(flow.command('conformance'))
    .argument('<file>', 'event log')
    .description('See where cases differ from a model, and how much')
    .option('--model <file>', 'a process tree, as text or JSON; the log’s own main way when left out')
    .option('--noise <share>', 'what the log’s own model leaves out (0.2)')
    .option('--rules <json>', 'such as {"Review": "must", "Notify": "may-differ", "Comment": "free"}')
    .action(
      runFlow(async ({ args, options, output, signal }) => {
        const rules = parseRules(textOption(options, 'rules'));
        const opened = await openLog(args[0] ?? '', options, { signal });
        const log = pairLifecycle(opened.log);
        const tree = await findModel(log, options);
        output.result(checkLog(log, tree, rules), describeConformance);
      }),
    );
}

async function findModel(log: EventLog, options: LogOptions): Promise<ProcessTree> {
  const file = textOption(options, 'model');
  if (file !== undefined) return parseTree(await readFile(file, 'utf8'));
  return mineTree(log, { noise: shareOption(options, 'noise') ?? MAIN_WAY });
}

function parseRules(text: string | undefined): ReadonlyMap<string, Rule> {
  if (text === undefined) return new Map();
  const refuse = (why: string): FlowRefusal =>
    new FlowRefusal('bad_option', {
      message: 'The rules cannot be read.',
      why,
      fix: `Such as {"Review": "must"}; each is ${RULES.join(', ')}.`,
    });
  let rules: unknown;
  try {
    rules = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse(error.message);
  }
  if (typeof rules !== 'object' || rules === null || Array.isArray(rules))
    throw refuse('They are no JSON object.');
  for (const [activity, rule] of Object.entries(rules))
    if (!RULES.includes(rule as Rule)) throw refuse(`“${activity}” has ${JSON.stringify(rule)}.`);
  return new Map(Object.entries(rules) as [string, Rule][]);
}

function checkLog(log: EventLog, tree: ProcessTree, rules: ReadonlyMap<string, Rule>): Conformance {
  const bar = makeProgressBar('Explaining cases');
  const net = netOfTree(tree);
  const alignment = alignLog(log, net, { rules, onProgress: bar.show });
  bar.clear();
  const verdicts = judgeVariants(alignment, rules);
  const counts: Record<Verdict, number> = { conforms: 0, differs: 0, violates: 0 };
  for (const [variant, verdict] of verdicts.entries())
    counts[verdict] += alignment.variants[variant]?.cases ?? 0;
  const cases = counts.conforms + counts.differs + counts.violates;
  return {
    model: printTree(tree),
    fitness: { alignment: alignmentFitness(alignment), token_replay: replayLog(log, net).fitness },
    precision: alignmentPrecision(alignment),
    cases,
    conforming_cases: counts.conforms,
    verdicts: counts,
    deviations: listDeviations(alignment, rules),
    explanations: explain(log, alignment, verdicts),
  };
}

function explain(
  log: EventLog,
  { variants, variantOf, labels }: LogAlignment,
  verdicts: readonly Verdict[],
): readonly Explanation[] {
  const cases: string[][] = variants.map(() => []);
  for (const [index, variant] of variantOf.entries()) cases[variant]?.push(log.caseIds[index] as string);
  return variants.map(({ cost, isCheapest, moves }, variant) => ({
    cases: cases[variant] as string[],
    cost,
    is_cheapest: isCheapest,
    verdict: verdicts[variant] as Verdict,
    moves: moves.map(({ kind, label }) => [kind, labels[label] as string] as const),
  }));
}

const SHOWN = 15;

function describeConformance(result: Conformance): string {
  const { fitness, precision, cases, verdicts, deviations } = result;
  const share = (some: number): string => `${some} (${formatShare(some / cases)})`;
  const guessed = result.explanations.filter((each) => !each.is_cheapest).length;
  return [
    `Of ${cases} cases ${share(verdicts.conforms)} are as the model has them, ${share(verdicts.differs)} differ where they may, ${share(verdicts.violates)} differ where they must not.`,
    `Fitness ${fitness.alignment.toFixed(4)} (by token replay ${fitness.token_replay.toFixed(4)}): the share of behaviour that the model explains.`,
    `Precision ${precision.toFixed(4)}: the share of what the model allows that happens.`,
    ...(guessed > 0
      ? [`For ${guessed} variants the search was given up; a good explanation stands for the cheapest.`]
      : []),
    '',
    'Where cases differ',
    deviations.length === 0
      ? '  Nowhere.'
      : formatTable(
          ['what', 'activity', 'after', 'cases', 'share', 'rule'],
          deviations
            .slice(0, SHOWN)
            .map((each) => [
              each.kind === 'extra' ? 'extra' : 'left out',
              each.activity,
              each.after ?? '(beginning)',
              String(each.cases),
              formatShare(each.cases / cases),
              each.rule,
            ]),
        ),
    '',
    'The model',
    `  ${result.model}`,
  ].join('\n');
}
