import { Banner, Button, EmptyState, ProgressBar } from '@throughline/ui';
import { useRecord, useReplica, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { tryIt } from '../../answers/use-answer.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { AppLink } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { formatName } from './drop-zone.tsx';
import { readReport } from '../../data/import-files.ts';
import { ImportState } from './import-history.tsx';
import { ReportView } from './report-view.tsx';

/** An import under way or over. It goes on without this page, and the page can be returned to. */
export function ImportJobPage({ id }: { readonly id: string }) {
  const values = useRecord('import', id);
  const { rights } = useWorkspace();
  const replica = useReplica();
  const { spaces } = useSession();
  if (values === undefined)
    return <EmptyState title={t('import.notFound')} text={t('import.notFoundText')} />;
  const state = readText(values['state']);
  const report = readReport(values['report']);
  const isRunning = state === 'running' || state === 'waiting';
  const space = spaces.find((each) => each.id === values['space']);
  const entity = readText(values['entity']);
  const target =
    entity === 'feedback' ? `/feedback?space=${space?.key ?? ''}&state=all` : `/s/${space?.key ?? ''}`;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4">
      <div className="mx-auto flex max-w-4xl flex-col gap-6">
        <div>
          <div className="flex items-center gap-3">
            <h2 className="min-w-0 truncate text-title font-semibold">{readText(values['name'])}</h2>
            <ImportState state={state} />
          </div>
          <p className="text-muted">
            {formatName(readText(values['source']))} → {space?.name}
          </p>
        </div>
        {isRunning && <Progress values={values} />}
        {isRunning && (
          <div className="flex items-center gap-3">
            <p className="flex-1 text-muted">{t('import.mayLeave')}</p>
            {rights.may('cancel', 'import', values) && (
              <Button onClick={() => void tryIt(() => replica.call('POST', `/imports/${id}/cancel`))}>
                {t('import.stop')}
              </Button>
            )}
          </div>
        )}
        {state === 'failed' && <Banner tone="danger">{report.message ?? t('import.failed')}</Banner>}
        {!isRunning && (
          <>
            <ReportView report={report} entity={entity} name={readText(values['name'])} />
            <div className="flex gap-2">
              <AppLink
                href={target}
                className="inline-flex h-8 items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:bg-accent-hover"
              >
                {entity === 'feedback' ? t('import.toFeedback') : t('import.toIdeas')}
              </AppLink>
              <AppLink
                href="/import"
                className="inline-flex h-8 items-center rounded-md border border-line-strong px-3 font-medium hover:bg-hover"
              >
                {t('import.anotherFile')}
              </AppLink>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Progress({ values }: { readonly values: Readonly<Record<string, unknown>> }) {
  const { bytes, totalBytes } = readReport(values['report']);
  const records = readNumber(values['position']) ?? 0;
  const share = bytes !== undefined && totalBytes ? bytes / totalBytes : 0;
  return (
    <ProgressBar
      label={t('import.importing')}
      share={share}
      figure={`${t('import.records', { count: records })} · ${Math.round(share * 100)} %`}
    />
  );
}
