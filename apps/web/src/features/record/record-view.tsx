import { Skeleton, Tabs, type TabItem } from '@throughline/ui';
import type { Values } from '@throughline/model';
import { lazy, Suspense } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { useSession } from '../../data/use-session.ts';
import { t } from '../../messages/area-t.ts';
import { ActivityTab } from './activity-tab.tsx';
import { AnswersBanner } from './answers-banner.tsx';
import { CommentList } from './comment-list.tsx';
import { DescriptionStarters } from './description-starters.tsx';
import { ConnectionsTab } from './connections-tab.tsx';
import { FileDrop } from './file-drop.tsx';
import { FilesTab } from './files-tab.tsx';
import { InsightsTab } from './insights-tab.tsx';
import { RecordFields } from './record-fields.tsx';
import { RecordHeader } from './record-header.tsx';
import { RecordMarks } from './record-marks.tsx';
import { RecordTitle } from './record-title.tsx';

const DescriptionEditor = lazy(async () => ({
  default: (await import('../../editor/description-editor.tsx')).DescriptionEditor,
}));

const AnswersTab = lazy(async () => ({ default: (await import('./answers-tab.tsx')).AnswersTab }));
const SimilarIdeas = lazy(async () => ({ default: (await import('./similar-ideas.tsx')).SimilarIdeas }));
const Conversation = lazy(async () => ({ default: (await import('./conversation.tsx')).Conversation }));

export interface RecordViewProps {
  readonly entity: string;
  readonly id: string;
  readonly values: Values;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  /** Absent on the record's own page. */
  readonly onClose?: (() => void) | undefined;
  /** Opens another record in place of this one. */
  readonly onOpen: (key: string) => void;
  readonly onMerge?: (() => void) | undefined;
  readonly pageHref: string;
}

/** A record as a whole: what it is, its text written together, the evidence for it, and what people say. */
export function RecordView(props: RecordViewProps) {
  const { entity, id, values, tab, onTab } = props;
  const data = useWorkspace();
  const { workspace } = useSession();
  const tabs = useTabs(props);
  const current = tabs.find((candidate) => candidate.id === tab) ?? tabs[0];
  const isPage = props.onClose === undefined;
  const hasDescription = data.fields(entity).some(({ type }) => type === 'document');
  const { space } = values;
  return (
    <article className="flex min-h-0 flex-1 flex-col" aria-label={t('record.label')}>
      <RecordHeader {...props} />
      <FileDrop
        record={id}
        mayAdd={data.rights.may('create', 'attachment', typeof space === 'string' ? { space } : {})}
        onAdded={() => onTab('files')}
      >
        <div className="min-h-0 flex-1 overflow-y-auto">
          <div className={isPage ? pageLook : 'flex flex-col gap-5 px-5 pt-4 pb-10'}>
            <div className={isPage ? 'flex flex-col gap-3 lg:col-span-2' : 'flex flex-col gap-3'}>
              <RecordTitle entity={entity} id={id} values={values} />
              <RecordMarks entity={entity} id={id} values={values} />
              {entity === 'idea' && <AnswersBanner idea={id} onOpen={() => onTab('answers')} />}
            </div>
            <div className={isPage ? 'lg:order-last' : undefined}>
              <RecordFields entity={entity} id={id} values={values} />
            </div>
            <div className="flex min-w-0 flex-col gap-5">
              {hasDescription && (
                <Suspense fallback={<Skeleton className="h-24" />}>
                  <DescriptionEditor
                    key={id}
                    name={`${workspace.id}/${id}/description`}
                    mayEdit={data.rights.may('update', entity, values)}
                    whenEmpty={entity === 'idea' && <DescriptionStarters id={id} values={values} />}
                  />
                </Suspense>
              )}
              {entity === 'idea' && (
                <Suspense fallback={null}>
                  <SimilarIdeas key={id} id={id} onOpen={props.onOpen} />
                </Suspense>
              )}
              {current && <Tabs label={t('record.tabs')} tabs={tabs} value={current.id} onChange={onTab} />}
              {entity === 'feedback' ? (
                <Suspense fallback={<Skeleton className="h-24" />}>
                  <Conversation record={id} space={space} />
                </Suspense>
              ) : (
                <CommentList record={id} space={space} />
              )}
            </div>
          </div>
        </div>
      </FileDrop>
    </article>
  );
}

/** A page has room for the fields beside the text. */
const pageLook =
  'mx-auto grid max-w-5xl gap-x-10 gap-y-5 px-6 pt-4 pb-10 max-md:px-4 lg:grid-cols-[minmax(0,1fr)_19rem]';

function useTabs({ entity, id, values, onOpen }: RecordViewProps): readonly TabItem<string>[] {
  const insights = useRelated('insight', entity === 'idea' ? 'idea' : 'feedback', id);
  const outgoing = useRelated('relation', 'from', id);
  const incoming = useRelated('relation', 'to', id);
  const files = useRelated('attachment', 'record', id);
  const answers = useRelated('answer', 'idea', id);
  return [
    ...(entity === 'idea'
      ? [
          {
            id: 'insights',
            label: t('record.insights'),
            count: insights.length,
            content: <InsightsTab idea={id} space={values['space']} insights={insights} onOpen={onOpen} />,
          },
        ]
      : []),
    ...(answers.length > 0
      ? [
          {
            id: 'answers',
            label: t('answer.tab'),
            count: answers.length,
            content: (
              <Suspense fallback={<Skeleton className="mt-3 h-24" />}>
                <AnswersTab idea={id} />
              </Suspense>
            ),
          },
        ]
      : []),
    {
      id: 'connections',
      label: t('record.connections'),
      count: outgoing.length + incoming.length,
      content: (
        <ConnectionsTab id={id} values={values} outgoing={outgoing} incoming={incoming} onOpen={onOpen} />
      ),
    },
    {
      id: 'files',
      label: t('record.files'),
      count: files.length,
      content: <FilesTab record={id} space={values['space']} files={files} />,
    },
    {
      id: 'activity',
      label: t('record.activity'),
      content: <ActivityTab entity={entity} id={id} values={values} />,
    },
  ];
}
