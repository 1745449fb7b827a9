import { OptionBadge } from '@throughline/ui';
import { useRecords, useFields } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { formatMoment, readMoment } from '../../fields/moment-text.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';

const newestFirst = {
  compare: (a: ReplicaRecord, b: ReplicaRecord) =>
    readText(b.values['createdAt']).localeCompare(readText(a.values['createdAt'])),
};

const stateColors: Readonly<Record<string, string>> = {
  waiting: 'gray',
  running: 'sky',
  done: 'green',
  cancelled: 'amber',
  failed: 'red',
};

/** Imports that were made, to come back to. */
export function ImportHistory() {
  const jobs = useRecords('import', newestFirst);
  if (jobs.length === 0) return null;
  return (
    <section aria-label={t('import.history')}>
      <h3 className="mb-1 text-small font-medium text-muted">{t('import.history')}</h3>
      <ul className="divide-y">
        {jobs.slice(0, 20).map(({ id, values }) => {
          const made = readMoment(values['createdAt']);
          return (
            <li key={id}>
              <AppLink
                href={`/import/${id}`}
                className="flex min-h-9 items-center gap-3 rounded-sm px-1 py-1 hover:bg-hover"
              >
                <span className="min-w-0 flex-1 truncate">{readText(values['name'])}</span>
                <span className="figures text-muted">
                  {t('import.records', { count: readNumber(values['position']) ?? 0 })}
                </span>
                <ImportState state={readText(values['state'])} />
                {made && (
                  <span className="figures w-20 text-right text-muted">
                    {formatMoment(made, locale).short}
                  </span>
                )}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

export function ImportState({ state }: { readonly state: string }) {
  const option = useFields('import')
    .find(({ key }) => key === 'state')
    ?.config.options?.find(({ key }) => key === state);
  return <OptionBadge name={option?.name ?? state} color={stateColors[state] ?? 'gray'} />;
}
