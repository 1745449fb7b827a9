import { Button, ProgressBar, Segmented, Select } from '@throughline/ui';
import { FlaskConical, Play } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { locale, t } from '../../messages/area-t.ts';
import { DropZone } from './drop-zone.tsx';
import { droppedFiles } from '../../data/dropped-files.ts';
import { ImportHistory } from './import-history.tsx';
import { MappingTable } from './mapping-table.tsx';
import { ReportView } from './report-view.tsx';
import { SpeakerChoice } from './speaker-choice.tsx';
import { useImport, type ImportDraft } from './use-import.ts';

const kinds = ['idea', 'feedback'] as const;

/** Files into records: nothing happens before it was shown. */
export function ImportPage({ space: wanted }: { readonly space?: string | undefined }) {
  const { rights } = useWorkspace();
  const navigate = useNavigateTo();
  const spaces = useSession().spaces.filter(({ id }) => rights.may('create', 'import', { space: id }));
  const asked = spaces.find(({ key }) => key === wanted);
  const [draft, actions] = useImport({ entity: 'idea', space: (asked ?? spaces[0])?.key ?? '' }, (id) =>
    navigate(`/import/${id}`),
  );
  useDroppedFiles(actions.choose);
  const isBusy = draft.step !== 'choose' && draft.step !== 'map';
  if (spaces.length === 0) return <p className="p-6 text-muted">{t('import.noSpace')}</p>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4">
      <div className="mx-auto flex max-w-4xl flex-col gap-6">
        <div>
          <h2 className="text-title font-semibold">{t('import.title')}</h2>
          <p className="text-muted">{t('import.intro')}</p>
        </div>
        <div className="flex flex-wrap items-end gap-4">
          <Segmented
            label={t('import.as')}
            items={kinds.map((id) => ({ id, label: t(`import.${id}`) }))}
            value={draft.options.entity === 'feedback' ? 'feedback' : 'idea'}
            onChange={(entity) => actions.setOptions({ entity })}
          />
          <div className="w-56">
            <Select
              label={t('import.space')}
              items={spaces.map(({ key, name }) => ({ value: key, label: name }))}
              value={draft.options.space}
              onChange={(space) => actions.setOptions({ space })}
            />
          </div>
        </div>
        <DropZone files={draft.files} format={draft.preview?.format} onChoose={actions.choose} />
        {isBusy && <Sending draft={draft} />}
        {draft.preview && !isBusy && (
          <>
            {draft.preview.format === 'transcript' && (
              <SpeakerChoice
                columns={draft.preview.columns}
                map={draft.options.map}
                onMap={actions.mapColumn}
              />
            )}
            <MappingTable columns={draft.preview.columns} options={draft.options} onMap={actions.mapColumn} />
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={actions.reset}>{t('import.cancel')}</Button>
              <Button icon={<FlaskConical size={14} />} onClick={actions.tryOut}>
                {t('import.tryOut')}
              </Button>
              <Button variant="primary" icon={<Play size={14} />} onClick={actions.start}>
                {t('import.start')}
              </Button>
            </div>
            {draft.report && (
              <section ref={scrollTo} aria-label={t('import.tried')} className="border-t pt-4">
                <h3 className="mb-2 font-semibold">{t('import.tried')}</h3>
                <ReportView
                  report={draft.report}
                  entity={draft.options.entity}
                  name={draft.files[0]?.name ?? ''}
                />
              </section>
            )}
          </>
        )}
        {draft.step === 'choose' && <ImportHistory />}
      </div>
    </div>
  );
}

/** What was asked for appears below the table: it is brought into sight. */
function scrollTo(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'nearest' });
}

function Sending({ draft }: { readonly draft: ImportDraft }) {
  const bytes = draft.files.reduce((sum, { size }) => sum + size, 0);
  const isSent = draft.sent >= 1;
  const megabytes = (count: number) =>
    (count / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 });
  return (
    <ProgressBar
      label={isSent ? t('import.reading') : t('import.sending')}
      share={draft.sent}
      figure={t('import.megabytes', { done: megabytes(bytes * draft.sent), total: megabytes(bytes) })}
    />
  );
}

/** Takes what was dropped on another page. */
function useDroppedFiles(choose: (files: readonly File[]) => void): void {
  const files = droppedFiles.useAsked();
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  useEffect(() => {
    if (files === undefined) return;
    droppedFiles.close();
    latest.current(files);
  }, [files]);
}
