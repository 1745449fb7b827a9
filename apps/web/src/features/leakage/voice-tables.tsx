import { useMemo } from 'react';
import { useFields, useRecords, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import { readClocks, sumUpClocks, type Clock, type VoiceToValue } from '../../data/leakage.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { locale, t } from '../../messages/area-t.ts';

const MOST_MONTHS = 12;

/** How long customers wait for the first answer, by month and by channel. */
export function VoiceTables({ feedback }: { readonly feedback: readonly ReplicaRecord[] }) {
  const { now } = useWorkspace();
  const answers = useRecords('answer');
  const channels = useFields('feedback').find(({ key }) => key === 'channel')?.config.options ?? [];
  const clocks = useMemo(() => readClocks(feedback, answers, now()), [feedback, answers, now]);
  const months = [...groupBy(clocks, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, MOST_MONTHS);
  const byChannel = [...groupBy(clocks, ({ channel }) => channel)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return (
    <section aria-label={t('voice.title')} className="min-w-0">
      <h3 className="font-medium">{t('voice.title')}</h3>
      <p className="mb-3 text-muted">{t('voice.text')}</p>
      <div className="grid gap-8 lg:grid-cols-2">
        <VoiceTable
          name={t('voice.channel')}
          rows={[
            [t('voice.all'), clocks],
            ...byChannel.map(
              ([key, some]) => [channels.find((each) => each.key === key)?.name ?? key, some] as const,
            ),
          ]}
        />
        <VoiceTable name={t('voice.month')} rows={months} />
      </div>
    </section>
  );
}

interface VoiceTableProps {
  readonly name: string;
  readonly rows: ReadonlyArray<readonly [name: string, clocks: readonly Clock[]]>;
}

const columns = ['answered', 'median', 'percentile85', 'waits', 'openMedian'] as const;

function VoiceTable({ name, rows }: VoiceTableProps) {
  return (
    <div className="min-w-0 overflow-x-auto">
      <table className="w-full border-separate border-spacing-0">
        <caption className="sr-only">{`${t('voice.title')}: ${name}`}</caption>
        <thead className="text-small text-muted">
          <tr>
            <th scope="col" className="border-b py-1 text-left font-medium whitespace-nowrap">
              {name}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="border-b py-1 pl-3 text-right font-medium">
                {t(`voice.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, clocks]) => (
            <VoiceLine key={key} name={key} voice={sumUpClocks(clocks)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function VoiceLine({ name, voice }: { readonly name: string; readonly voice: VoiceToValue }) {
  const figures = [
    voice.answered.toLocaleString(locale),
    daysText(voice.median),
    daysText(voice.percentile85),
    voice.open.toLocaleString(locale),
    daysText(voice.openMedian),
  ];
  return (
    <tr>
      <th scope="row" className="border-b py-1 text-left font-normal whitespace-nowrap">
        {name}
      </th>
      {figures.map((figure, at) => (
        <td key={columns[at]} className="figures border-b py-1 pl-3 text-right whitespace-nowrap">
          {figure}
        </td>
      ))}
    </tr>
  );
}

function daysText(days: number | null): string {
  if (days === null) return '';
  const rounded = Math.round(days * 10) / 10;
  return t('voice.days', { count: rounded });
}
