import type { Values } from '@throughline/model';
import { Button, EmptyState } from '@throughline/ui';
import { useMemo, useState } from 'react';
import { useFields, useRecord, useWorkspace } from '../../data/data-context.ts';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { ApartList } from './apart-list.tsx';
import { ConfirmDialog, type Confirming } from './confirm-dialog.tsx';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { PageFrame } from './page-frame.tsx';
import { RevealedList } from './revealed-list.tsx';
import { ScoreDeck } from './score-deck.tsx';
import { parseScales } from './session-fields.ts';
import { ScorersDialog } from './scorers-dialog.tsx';
import { SessionProgress } from './session-progress.tsx';
import { useContributors } from './use-contributors.ts';
import { useSessionActs } from './use-session-acts.ts';
import { useSessionIdeas } from './use-session-ideas.ts';

export interface SessionPageProps {
  readonly id: string;
  readonly space: DecisionPlace;
}

export function SessionPage({ id, space }: SessionPageProps) {
  const values = useRecord('scoring', id);
  if (values === undefined)
    return <EmptyState title={t('decide.notFound')} text={t('decide.notFoundText')} />;
  return <OpenedSession id={id} space={space} values={values} />;
}

function OpenedSession({ id, space, values }: SessionPageProps & { readonly values: Values }) {
  const { rights, replica } = useWorkspace();
  const [isNaming, setNaming] = useState(false);
  const [confirming, setConfirming] = useState<Confirming>();
  const title = readText(values['title']);
  const isClosed = values['closedAt'] !== undefined;
  const { scales } = values;
  const fields = useMemo(() => parseScales(scales), [scales]);
  const offered = useFields('idea', space.id);
  const writable = useMemo(() => new Set(offered.map((field) => field.id)), [offered]);
  const { open, revealed } = useSessionIdeas(id, fields);
  const contributors = useContributors(space.id);
  const named = readTexts(values['scorers']);
  const scorers = named.length > 0 ? named : contributors;
  const finished = readTexts(values['finished']);
  const acts = useSessionActs(id, title);
  const mayLead = !isClosed && rights.may('reveal', 'scoring', values);
  const mayScore =
    !isClosed &&
    rights.may('create', 'score', { space: space.id }) &&
    scorers.includes(replica.session().person.id);
  const scored = fields.filter((field) => writable.has(field.id));

  const reveal = () => {
    const waiting = scorers.length - finished.length;
    if (waiting === 0) return void acts.reveal();
    return setConfirming({
      title: t('decide.revealNow'),
      text: t('decide.revealEarly', { count: waiting }),
      action: t('decide.reveal'),
      run: () => void acts.reveal(),
    });
  };
  const close = () => {
    if (open.length === 0) return void acts.close();
    return setConfirming({
      title: t('decide.closeNow'),
      text: t('decide.closeEarly', { count: open.length }),
      action: t('decide.close'),
      run: () => void acts.close(),
    });
  };
  return (
    <PageFrame
      title={title}
      text={t(isClosed ? 'decide.closed' : textOf(values))}
      back={{ href: decisionHref(space), name: t('decide.open') }}
      actions={
        mayLead && (
          <>
            {open.length > 0 && (
              <Button variant="primary" onClick={reveal}>
                {t('decide.revealAll')}
              </Button>
            )}
            <Button onClick={close}>{t('decide.closeSession')}</Button>
          </>
        )
      }
    >
      {!isClosed && open.length > 0 && (
        <SessionProgress
          scorers={scorers}
          finished={finished}
          onScorers={mayLead && rights.may('update', 'scoring', values) ? () => setNaming(true) : undefined}
        />
      )}
      {mayScore && open.length > 0 && (
        <ScoreDeck session={id} fields={scored} open={open} spaceKey={space.key} />
      )}
      {revealed.length > 0 && (
        <RevealedList ideas={revealed} writable={writable} acts={mayLead ? acts : undefined} />
      )}
      {!isClosed && open.length > 0 && (
        <ApartList ideas={open} scorers={scorers.length} onReveal={mayLead ? acts.reveal : undefined} />
      )}
      {isClosed && revealed.length === 0 && (
        <p className="text-ui text-muted">{t('decide.nothingRevealed')}</p>
      )}
      <ScorersDialog
        session={id}
        open={isNaming}
        onClose={() => setNaming(false)}
        named={named}
        contributors={contributors}
      />
      <ConfirmDialog confirming={confirming} onDone={() => setConfirming(undefined)} />
    </PageFrame>
  );
}

function textOf({ anonymous }: Values): 'decide.anonymousSessionText' | 'decide.sessionText' {
  return anonymous === true ? 'decide.anonymousSessionText' : 'decide.sessionText';
}
