/** `throughline text classify --train FILE --test FILE`: how well labels are given that were learnt from examples. */
import { compareCodePoints } from '@throughline/base';
import { FlowRefusal } from '@throughline/flow';
import {
  classify,
  measureLabels,
  readPlainText,
  trainClassifier,
  type LabelledText,
} from '@throughline/text';
import type { Command } from 'commander';
import { formatNumber, formatShare, formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { embedTexts } from './embed-texts.ts';
import { readTable } from './read-table.ts';

export function addClassifyCommand(text: Command): void {
  text
    .command('classify')
    .description('Learn labels from examples, and measure how well they are given to other texts')
    .option('--train <file>', 'CSV with the examples; .gz too')
    .option('--test <file>', 'CSV with the texts to label')
    .option(
      '--text <columns>',
      'the column with the text, or those with its title and its body',
      'title,body',
    )
    .option('--label <column>', 'the column with the label', 'label')
    .option('--group <column>', 'learn for each value of this column apart')
    .option('--without-vectors', 'learn from the wording alone: quicker, and less often right')
    .action(runFlow(runClassify));
}

type Columns = { readonly text: readonly string[]; readonly label: string; readonly group?: string };
type GroupedText = LabelledText & { readonly group: string };

async function runClassify({ options, output, signal }: FlowCall): Promise<void> {
  const { train, test } = options;
  if (typeof train !== 'string' || typeof test !== 'string')
    throw new FlowRefusal('bad_option', {
      message: 'There is nothing to learn from, or nothing to label.',
      why: 'Both --train and --test are needed.',
      fix: 'Add --train FILE with examples and --test FILE with texts whose labels are known.',
    });
  const columns = readColumns(options);
  const rows = [
    await readLabelled(train, columns, signal),
    await readLabelled(test, columns, signal),
  ] as const;
  const [examples, asked] = options['withoutVectors'] === true ? rows : await addVectors(rows, signal);
  output.result(measureClassify(examples, asked, columns.group !== undefined), describe);
}

function readColumns(options: FlowCall['options']): Columns {
  const text = String(options['text'])
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (text.length === 0)
    throw new FlowRefusal('bad_option', {
      message: '--text names no column.',
      why: 'The texts must stand somewhere.',
      fix: 'Write --text body, or --text title,body where titles have a column of their own.',
    });
  const { group } = options;
  return { text, label: String(options['label']), ...(typeof group === 'string' ? { group } : {}) };
}

async function readLabelled(
  file: string,
  { text, label, group }: Columns,
  signal: AbortSignal,
): Promise<readonly GroupedText[]> {
  const names = [...new Set([...text, label, ...(group === undefined ? [] : [group])])];
  const rows = await readTable(file, names, signal);
  return rows.map(({ line, cells }) => {
    const has = cells[label]?.trim() ?? '';
    if (has === '')
      throw new FlowRefusal('broken_file', {
        message: `${file}, line ${line} cannot be used.`,
        why: `There is nothing in “${label}”.`,
        fix: 'Give it a label, or leave the row out.',
      });
    const [first = '', ...rest] = text.map((name) => cells[name] ?? '');
    return {
      text: rest.length === 0 ? { body: first } : { title: first, body: rest.join('\n') },
      label: has,
      group: group === undefined ? '' : (cells[group] ?? ''),
    };
  });
}

async function addVectors(
  [examples, asked]: readonly [readonly GroupedText[], readonly GroupedText[]],
  signal: AbortSignal,
): Promise<readonly [readonly GroupedText[], readonly GroupedText[]]> {
  const all = [...examples, ...asked];
  const vectors = await embedTexts(
    all.map(({ text }) => readPlainText(text)),
    signal,
  );
  const withVectors = all.map((row, at) => ({
    ...row,
    text: { ...row.text, vector: vectors[at] as Float32Array },
  }));
  return [withVectors.slice(0, examples.length), withVectors.slice(examples.length)];
}

type Measured = { readonly n: number; readonly accuracy: number; readonly macro_f1: number };
export type ClassifyMeasures = Measured & {
  /** Empty where nothing was grouped by. */
  readonly groups: Readonly<Record<string, Measured>>;
};

/** Each group learns from its own examples alone; the whole is the mean of the groups. */
export function measureClassify(
  examples: readonly GroupedText[],
  asked: readonly GroupedText[],
  isGrouped: boolean,
): ClassifyMeasures {
  const names = [...new Set(asked.map(({ group }) => group))].toSorted(compareCodePoints);
  const measured = names.map((name): readonly [string, Measured] => {
    const own = examples.filter(({ group }) => group === name);
    if (own.length === 0)
      throw new FlowRefusal('broken_file', {
        message: `There is no example of the group “${name}”.`,
        why: 'The file with the texts has it, the one with the examples has not.',
        fix: 'Add examples of it, or leave out --group.',
      });
    const classifier = trainClassifier(own);
    const pairs = asked
      .filter(({ group }) => group === name)
      .map(({ text, label: has }) => ({ has, given: classify(classifier, text).top[0]?.label ?? '' }));
    const { n, accuracy, macroF1 } = measureLabels(pairs);
    return [name, { n, accuracy, macro_f1: macroF1 }];
  });
  const mean = (read: (one: Measured) => number): number =>
    measured.reduce((sum, [, one]) => sum + read(one), 0) / measured.length;
  return {
    n: asked.length,
    accuracy: round(mean(({ accuracy }) => accuracy)),
    macro_f1: round(mean(({ macro_f1: macroF1 }) => macroF1)),
    groups: Object.fromEntries(
      (isGrouped ? measured : []).map(([name, { n, accuracy, macro_f1: macroF1 }]) => [
        name,
        { n, accuracy: round(accuracy), macro_f1: round(macroF1) },
      ]),
    ),
  };
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

function describe({ n, accuracy, macro_f1: macroF1, groups }: ClassifyMeasures): string {
  const lines = [
    `Of ${formatNumber(n)} texts ${formatShare(accuracy)} were given the label they have; macro F1 ${macroF1.toFixed(3)}.`,
  ];
  const rows = Object.entries(groups);
  if (rows.length > 0)
    lines.push(
      'Both are the means of the groups:',
      formatTable(
        ['group', 'texts', 'right', 'macro F1'],
        rows.map(([name, one]) => [
          name,
          formatNumber(one.n),
          formatShare(one.accuracy),
          one.macro_f1.toFixed(3),
        ]),
      ),
    );
  return lines.join('\n');
}
