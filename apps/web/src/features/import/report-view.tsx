/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { Button } from '@throughline/ui';
import { Download } from 'lucide-react';
import { t, type MessageKey } from '../../messages/area-t.ts';
import { locale } from '../../messages/area-t.ts';
import { useFields } from '../../data/data-context.ts';
import type { ImportReport, ReportEntry } from '../../data/import-files.ts';
import { reportCsv } from './report-csv.ts';

export interface ReportViewProps {
  readonly report: ImportReport;
  /** What the records became. */
  readonly entity: string;
  /** Of the file, for the name of the report. */
  readonly name: string;
}

const mostShown = 300;

/** What became of every record, and every value that was left out or changed. */
export function ReportView({ report, entity, name }: ReportViewProps) {
  const fields = useFields(entity);
  const nameOf = (key: string) => fields.find((field) => field.key === key)?.name ?? key;
  const { dropped = [], changed = [], also } = report;
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-wrap gap-x-8 gap-y-2">
        <Figure name={t('import.created')} count={report.created} />
        <Figure name={t('import.updated')} count={report.updated} />
        <Figure name={t('import.unchanged')} count={report.unchanged} />
        <Figure name={t('import.rejected')} count={report.rejected} />
        <Figure name={t('import.cellsKept')} count={report.cells?.kept} />
        <Figure name={t('import.cellsDropped')} count={report.cells?.dropped} />
        {also && also.comments > 0 && <Figure name={t('import.comments')} count={also.comments} />}
        {also && also.contacts > 0 && <Figure name={t('import.contacts')} count={also.contacts} />}
        {also && also.relations > 0 && <Figure name={t('import.relations')} count={also.relations} />}
      </dl>
      {also && also.fields.length > 0 && (
        <p className="text-muted">{t('import.newFields', { names: also.fields.map(nameOf).join(', ') })}</p>
      )}
      {dropped.length + changed.length === 0 ? (
        report.cells && <p className="text-success">{t('import.nothingLost')}</p>
      ) : (
        <>
          <Entries title={t('import.dropped')} entries={dropped} />
          <Entries title={t('import.changed')} entries={changed} />
          <Button icon={<Download size={14} />} className="self-start" onClick={() => download(report, name)}>
            {t('import.downloadReport')}
          </Button>
        </>
      )}
    </div>
  );
}

function Figure({ name, count = 0 }: { readonly name: string; readonly count?: number | undefined }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="figures text-title font-semibold">{count.toLocaleString(locale)}</dd>
    </div>
  );
}

function Entries({ title, entries }: { readonly title: string; readonly entries: readonly ReportEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <section tabIndex={0} aria-label={title} className="max-h-80 overflow-auto rounded-md border">
      <table className="w-full min-w-[36rem]">
        <caption className="sticky left-0 px-3 py-2 text-left font-medium">{title}</caption>
        <thead className="text-left text-small text-muted">
          <tr className="border-y bg-sunken">
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('import.record')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('import.line')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('import.column')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('import.value')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('import.reason')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, mostShown).map((entry, index) => (
            <tr key={index} className="border-b last:border-b-0">
              <td className="figures px-3 py-1.5">{entry.record}</td>
              <td className="figures px-3 py-1.5">{entry.line}</td>
              <td className="px-3 py-1.5">{entry.column}</td>
              <td className="max-w-64 truncate px-3 py-1.5" data-tip={entry.value}>
                {entry.value}
              </td>
              <td className="px-3 py-1.5">{reasonText(entry.code)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > mostShown && (
        <p className="px-3 py-2 text-muted">
          {t('import.moreInFile', { count: entries.length - mostShown })}
        </p>
      )}
    </section>
  );
}

const reasons: Readonly<Record<string, MessageKey & `import.why.${string}`>> = {
  bad_quote: 'import.why.bad_quote',
  cell_too_large: 'import.why.cell_too_large',
  cell_without_column: 'import.why.cell_without_column',
  character_removed: 'import.why.character_removed',
  column_dropped: 'import.why.column_dropped',
  derived_field: 'import.why.derived_field',
  duplicate_id: 'import.why.duplicate_id',
  field_not_allowed: 'import.why.field_not_allowed',
  impossible_date: 'import.why.impossible_date',
  no_such_record: 'import.why.no_such_record',
  not_a_date: 'import.why.not_a_date',
  quote_not_closed: 'import.why.quote_not_closed',
  read_only: 'import.why.read_only',
  row_too_large: 'import.why.row_too_large',
  row_too_short: 'import.why.row_too_short',
  title_cut: 'import.why.title_cut',
  unknown_option: 'import.why.unknown_option',
  unknown_person: 'import.why.unknown_person',
  wrong_encoding: 'import.why.wrong_encoding',
};

function reasonText(code: string): string {
  const key = reasons[code];
  return key === undefined ? code.replaceAll('_', ' ') : t(key);
}

function download(report: ImportReport, name: string): void {
  const url = URL.createObjectURL(new Blob([reportCsv(report)], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replace(/\.[a-z.]+$/i, '')}-report.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
