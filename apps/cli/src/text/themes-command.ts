/** `throughline text themes FILE`: what many texts are about, and with labels how near that is to them. */
import { FlowRefusal } from '@throughline/flow';
import { findThemes, mutualInformation, readPlainText, type Theme } from '@throughline/text';
import type { Command } from 'commander';
import { formatNumber, formatTable } from '../flow/format.ts';
import { runFlow, type FlowCall } from '../flow/run-flow.ts';
import { embedTexts } from './embed-texts.ts';
import { readTable } from './read-table.ts';

export function addThemesCommand(text: Command): void {
  text
    .command('themes')
    .argument('<file>', 'CSV with the texts; .gz too')
    .description('Find what many texts are about, without being told')
    .option('--text <column>', 'the column with the text', 'text')
    .option('--label <column>', 'a column that knows better: how near the themes are to it (NMI)')
    .option('--detail <number>', 'below 1 fewer themes, above 1 more', '1')
    .option('--without-vectors', 'by the wording alone: quicker, and less often right')
    .action(runFlow(runThemes));
}

async function runThemes({ args, options, output, signal }: FlowCall): Promise<void> {
  const column = String(options['text']);
  const label = typeof options['label'] === 'string' ? options['label'] : undefined;
  const detail = readDetail(options['detail']);
  const names = label === undefined ? [column] : [...new Set([column, label])];
  const rows = await readTable(args[0] ?? '', names, signal);
  const texts = rows.map(({ cells }) => cells[column] ?? '');
  const vectors =
    options['withoutVectors'] === true
      ? []
      : await embedTexts(
          texts.map((body) => readPlainText({ body })),
          signal,
        );
  const themes = findThemes(
    texts.map((body, at) => {
      const vector = vectors[at];
      return { id: String(at), text: body, ...(vector === undefined ? {} : { vector }) };
    }),
    { detail },
  );
  const labels = label === undefined ? undefined : rows.map(({ cells }) => cells[label] ?? '');
  output.result(describeThemes(texts, themes, labels), describe);
}

function readDetail(given: unknown): number {
  const detail = Number(given);
  if (detail > 0 && Number.isFinite(detail)) return detail;
  throw new FlowRefusal('bad_option', {
    message: '--detail is no number above 0.',
    why: `It is “${String(given)}”.`,
    fix: 'Write 0.5 for fewer themes, 2 for more.',
  });
}

type ShownTheme = { readonly label: string; readonly size: number; readonly example: string };
type Shown = {
  readonly texts: number;
  readonly in_themes: number;
  readonly nmi?: number;
  readonly themes: readonly ShownTheme[];
};

/** Texts without a theme count as a theme of their own each, so that leaving out what is hard gains nothing. */
function describeThemes(
  texts: readonly string[],
  themes: readonly Theme[],
  labels: readonly string[] | undefined,
): Shown {
  const given = texts.map((_, at) => `alone ${at}`);
  for (const { id, members } of themes) for (const member of members) given[Number(member)] = id;
  return {
    texts: texts.length,
    in_themes: themes.reduce((sum, { members }) => sum + members.length, 0),
    ...(labels === undefined ? {} : { nmi: Number(mutualInformation(given, labels).toFixed(4)) }),
    themes: themes.map(({ words, members }) => ({
      label: words.join(', '),
      size: members.length,
      example: texts[Number(members[0])] ?? '',
    })),
  };
}

function describe({ texts, in_themes: inThemes, nmi, themes }: Shown): string {
  return [
    `${formatNumber(inThemes)} of ${formatNumber(texts)} texts are in ${formatNumber(themes.length)} themes.`,
    ...(nmi === undefined ? [] : [`Normalised mutual information with the labels ${nmi.toFixed(3)}.`]),
    formatTable(
      ['texts', 'about'],
      themes.map(({ label, size }) => [formatNumber(size), label]),
    ),
  ].join('\n');
}
