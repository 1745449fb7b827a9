import { Banner, Button, ProgressBar } from '@throughline/ui';
import { useState, type ReactNode } from 'react';
import type { Replica } from '@throughline/client';
import { readItems, tryIt } from '../../answers/use-answer.ts';
import { useReplica } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { useNavigateTo } from '../../frame/app-link.tsx';
import { t } from '../../messages/area-t.ts';
import { CenteredPage } from '../../pages/centered-page.tsx';
import { ChooseStartPage } from '../../pages/choose-start-page.tsx';
import { droppedFiles } from '../../data/dropped-files.ts';
import { loadSample, type SampleProgress } from './load-sample.ts';
import { firstSpace, untilSpace } from './first-space.ts';

export interface StartPageProps {
  /** The templates to choose from, which belong to another part of the app. */
  readonly templates: (onUse: UseTemplate) => ReactNode;
}

export type UseTemplate = (template: string, hasExamples: boolean) => Promise<void>;

/** After the first account: with what to begin. */
export function StartPage({ templates }: StartPageProps) {
  const replica = useReplica();
  const navigate = useNavigateTo();
  const [sample, setSample] = useState<SampleProgress>();
  const [isChoosing, setChoosing] = useState(false);

  async function startSample() {
    setSample({ share: 0, state: 'running' });
    const isAnswered = await tryIt(async () => {
      const known = new Set(replica.session().spaces.map(({ key }) => key));
      const { state } = await loadSample(replica, setSample);
      // By a full load: a year of changes comes faster as one snapshot than one after the other.
      if (state === 'done') location.assign(await hrefOfNewSpace(replica, known));
    });
    if (!isAnswered) setSample(undefined);
  }
  async function startTemplate(template: string, hasExamples: boolean) {
    await tryIt(async () => {
      const space = await firstSpace(replica);
      const body = { template, start: true, examples: hasExamples };
      await replica.call('POST', `/spaces/${space.id}/apply`, { body });
      // By a full load, which asks what the person may now read.
      location.assign(`/s/${encodeURIComponent(space.key)}`);
    });
  }
  async function startImport(file: File | undefined) {
    const isReady = await tryIt(async () => {
      await firstSpace(replica);
      await untilSpace(replica);
    });
    if (!isReady) return;
    if (file) droppedFiles.open([file]);
    navigate('/import');
  }
  if (sample !== undefined) return <SamplePage progress={sample} onBack={() => setSample(undefined)} />;
  if (isChoosing)
    return (
      <CenteredPage title={t('templates.startTitle')} text={t('templates.startPageText')} width="widest">
        {templates(startTemplate)}
        <Button variant="quiet" className="mt-3 self-start" onClick={() => setChoosing(false)}>
          {t('start.back')}
        </Button>
      </CenteredPage>
    );
  return (
    <ChooseStartPage
      onSample={() => void startSample()}
      onImport={(file) => void startImport(file)}
      onTemplate={() => setChoosing(true)}
    />
  );
}

function SamplePage({
  progress,
  onBack,
}: {
  readonly progress: SampleProgress;
  readonly onBack: () => void;
}) {
  const percent = Math.round(progress.share * 100);
  return (
    <CenteredPage title={t('start.sampleTitle')} text={t('start.sampleText')} width="wide">
      {progress.state === 'failed' ? (
        <Banner tone="danger" action={<Button onClick={onBack}>{t('start.back')}</Button>}>
          {t('start.sampleFailed')}
        </Banner>
      ) : (
        <ProgressBar
          label={t('start.sampleProgress')}
          share={progress.share}
          figure={t('start.percent', { percent })}
        />
      )}
    </CenteredPage>
  );
}

/** The first space that the sample brought. */
async function hrefOfNewSpace(replica: Replica, known: ReadonlySet<string>): Promise<string> {
  const { body } = await replica.call('GET', '/spaces?limit=200&sort=rank');
  const keys = (readItems(body) ?? []).map((space) => readText(space['key']));
  const first = keys.find((key) => !known.has(key));
  return first === undefined ? '/' : `/s/${encodeURIComponent(first)}`;
}
