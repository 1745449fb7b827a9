import type { Field, Values } from '@throughline/model';
import { Button, EmptyState, showToast } from '@throughline/ui';
import { tryIt } from '../../answers/use-answer.ts';
import { useFields, useRecord, useRecords, useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { decisionHref, type DecisionPlace } from './decision-place.ts';
import { PageFrame } from './page-frame.tsx';
import { RoundResult } from './round-result.tsx';
import { useAnonymousBallots, useNamedBallots } from './use-ballots.ts';
import { VoteList } from './vote-list.tsx';

export interface RoundPageProps {
  readonly id: string;
  readonly space: DecisionPlace;
}

export function RoundPage({ id, space }: RoundPageProps) {
  const values = useRecord('round', id);
  const field = useFields('idea', space.id).find((each) => each.id === values?.['field']);
  if (values === undefined || field === undefined)
    return <EmptyState title={t('decide.notFound')} text={t('decide.notFoundText')} />;
  return <OpenedRound id={id} space={space} values={values} field={field} />;
}

type OpenedRoundProps = RoundPageProps & { readonly values: Values; readonly field: Field };

function OpenedRound({ id, space, values, field }: OpenedRoundProps) {
  const { rights, replica } = useWorkspace();
  const isClosed = values['closedAt'] !== undefined;
  const isAnonymous = values['anonymous'] === true;
  const title = readText(values['title']);
  const close = () =>
    tryIt(async () => {
      await replica.call('POST', `/rounds/${id}/close`);
      showToast({ title: t('decide.countedUp', { title }) });
    });
  const Voting = isAnonymous ? AnonymousVoting : NamedVoting;
  return (
    <PageFrame
      title={title}
      text={t(isClosed ? 'decide.closed' : isAnonymous ? 'decide.anonymousText' : 'decide.namedText')}
      back={{ href: decisionHref(space), name: t('decide.open') }}
      actions={
        !isClosed &&
        rights.may('close', 'round', values) && (
          <Button onClick={() => void close()}>{t('decide.close')}</Button>
        )
      }
    >
      {isClosed ? (
        <RoundResult result={values['result']} />
      ) : (
        rights.may('create', 'vote', { space: space.id }) && (
          <Voting id={id} field={field} values={values} space={space} />
        )
      )}
    </PageFrame>
  );
}

function NamedVoting({ field, values, space }: OpenedRoundProps) {
  const records = useRoundRecords(values, space.id);
  return <VoteList field={field} records={records} ballots={useNamedBallots(field)} />;
}

function AnonymousVoting({ id, field, values, space }: OpenedRoundProps) {
  const records = useRoundRecords(values, space.id);
  return <VoteList field={field} records={records} ballots={useAnonymousBallots(id)} />;
}

/** Those the round is about; all ideas of the space where it names none. */
function useRoundRecords({ records }: Values, space: string): readonly string[] {
  const ideas = useRecords('idea');
  const inSpace = ideas.filter(({ values }) => values['space'] === space).map(({ id }) => id);
  return Array.isArray(records) ? records.map(String).filter((id) => inSpace.includes(id)) : inSpace;
}
