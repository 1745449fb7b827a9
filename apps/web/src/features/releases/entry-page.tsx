import { EmptyState, lazyInPlace, Segmented, Skeleton } from '@throughline/ui';
import type { Json } from '@throughline/base';
import type { Values } from '@throughline/model';
import { useRef, useState, type ReactNode } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useAnswer } from '../../answers/use-answer.ts';
import { useRecord, useStatus, useWorkspace } from '../../data/data-context.ts';
import type { MarkdownEditorProps } from '../../editor/markdown-editor.tsx';
import type { MarkdownViewProps } from '../../editor/markdown-view.tsx';
import { readText, readTexts } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { momentWords } from './day-words.ts';
import { categoryName } from './category-name.ts';
import { EntryChoices } from './entry-choices.tsx';
import { PublishBar } from './publish-bar.tsx';
import { ReleaseFrame } from './release-frame.tsx';
import type { ReleasePlace } from './release-place.ts';

const MarkdownEditor = lazyInPlace<MarkdownEditorProps>(
  async () => (await import('../../editor/markdown-editor.tsx')).MarkdownEditor,
  <Skeleton className="h-40" />,
);
const MarkdownView = lazyInPlace<MarkdownViewProps>(
  async () => (await import('../../editor/markdown-view.tsx')).MarkdownView,
  <Skeleton className="h-40" />,
);

export interface EntryPageProps {
  readonly id: string;
  readonly place: ReleasePlace;
  /** Its title, to be read and changed. */
  readonly title: ReactNode;
}

/** A changelog entry, written, looked at and published. */
export function EntryPage({ id, place, title }: EntryPageProps) {
  const entry = useRecord('entry', id);
  const isLoading = useStatus(({ loading }) => loading.length > 0);
  const { body } = useAnswer(`/entries/${id}`);
  if (entry === undefined)
    return isLoading ? (
      <Skeleton className="m-6 h-40" />
    ) : (
      <EmptyState title={t('entry.notFound')} text={t('entry.notFoundText')} />
    );
  if (body === undefined) return <Skeleton className="m-6 h-40" />;
  return <Entry id={id} place={place} title={title} values={entry} text={readText(body['text'])} />;
}

type EntryProps = EntryPageProps & { readonly values: Values; readonly text: string };

function Entry({ id, place, title, values, text: saved }: EntryProps) {
  const { rights } = useWorkspace();
  const { act } = useAct();
  const [text, setText] = useState(saved);
  const [side, setSide] = useState<'write' | 'preview'>('write');
  const saving = useRef<Promise<unknown>>(Promise.resolve());
  const mayEdit = rights.may(values['state'] === 'draft' ? 'update' : 'publish', 'entry', values);
  const change = (changes: Readonly<Record<string, Json>>) => {
    saving.current = act({
      method: 'PATCH',
      path: `/entries/${id}`,
      body: changes,
      message: t('entry.saved'),
    });
  };
  return (
    <ReleaseFrame place={place} at="changelog" label={readText(values['title'])}>
      <PublishBar id={id} values={values} whenSaved={async () => void (await saving.current)} />
      {mayEdit && (
        <div className="self-start">
          <Segmented
            label={t('entry.side')}
            value={side}
            onChange={setSide}
            items={[
              { id: 'write', label: t('entry.write') },
              { id: 'preview', label: t('entry.preview') },
            ]}
          />
        </div>
      )}
      {mayEdit && side === 'write' ? (
        <div className="grid gap-8 md:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="flex min-w-0 flex-col gap-4">
            {title}
            <MarkdownEditor
              label={t('entry.text')}
              value={text}
              onCommit={(next) => {
                setText(next);
                change({ text: next });
              }}
            />
          </div>
          <EntryChoices values={values} onChange={change} />
        </div>
      ) : (
        <Preview values={values} text={text} />
      )}
    </ReleaseFrame>
  );
}

/** As customers read it on the portal. */
function Preview({ values, text }: { readonly values: Values; readonly text: string }) {
  const facts = [
    momentWords(values['publishAt'] ?? values['publishedAt']),
    ...readTexts(values['categories']).map(categoryName),
  ].filter((fact) => fact !== '');
  return (
    <article
      aria-label={t('entry.preview')}
      lang={readText(values['language']) || undefined}
      className="max-w-2xl rounded-lg border bg-raised p-6 max-md:p-4"
    >
      <h2 className="text-title font-semibold">{readText(values['title'])}</h2>
      <p className="mt-1 mb-3 text-small text-muted">{facts.join(' · ')}</p>
      {text.trim() === '' ? (
        <p className="text-muted">{t('entry.empty')}</p>
      ) : (
        <MarkdownView key={text} label={t('entry.text')} value={text} />
      )}
    </article>
  );
}
