import { Button, EmptyState, useShortcuts } from '@throughline/ui';
import { Inbox, MessageSquarePlus } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import { useRecordByKey, useRecord, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { useSession } from '../../data/use-session.ts';
import { readText } from '../../fields/read-value.ts';
import { useIsPhone } from '../../frame/use-is-phone.ts';
import { t } from '../../messages/area-t.ts';
import { printSearchTexts } from '../../search/search-text.ts';
import { openCapture } from '../../frame/capture-request.ts';
import { useFeedbackWords } from '../../data/feedback-words.ts';
import { InboxHeader } from './inbox-header.tsx';
import { InboxList } from './inbox-list.tsx';
import type { InboxSearch } from './inbox-search.ts';
import { ReadingPane } from './reading-pane.tsx';
import { useInboxRows, type InboxRows } from './use-inbox-rows.ts';
import { useTriage } from './use-triage.ts';

export interface InboxPageProps {
  readonly search: InboxSearch;
  readonly onSearch: (search: InboxSearch, isReplacing: boolean) => void;
  /** What people say about a piece of feedback. */
  readonly Discussion: ComponentType<DiscussionProps>;
}

export interface DiscussionProps {
  readonly record: string;
  readonly space: unknown;
}

/** What people said, to be read, linked to ideas, given to somebody or put aside, one piece after the other. */
export function InboxPage({ search, onSearch, Discussion }: InboxPageProps) {
  const { spaces } = useSession();
  const { hub } = useWorkspace();
  const isPhone = useIsPhone();
  const triage = useTriage();
  const space = spaces.find(({ key }) => key === search.space)?.id ?? null;
  const rows = useInboxRows({
    space,
    tab: search.state ?? 'new',
    whose: search.whose,
    only: search.only,
    isOldestFirst: search.order === 'oldest',
  });
  const current = useCurrent(search.item, {
    name: rows.isAnswered
      ? JSON.stringify([search.space, search.state, search.whose, search.only, search.order, isPhone])
      : 'asked',
    first: isPhone || !rows.isAnswered ? undefined : rows.idAt(0),
  });
  const at = useLastPlace(rows, current?.id);
  const words = useFeedbackWords(current?.id, [rows.idAt(at + 1), rows.idAt(at + 2)]);
  const change = (part: Partial<InboxSearch>) => onSearch({ ...search, ...part }, true);

  function open(id: string | undefined) {
    const key = readText(id === undefined ? undefined : hub.get('feedback', id)?.['key']);
    // What was captured a moment ago, or offline, has no key yet.
    onSearch({ ...search, item: key === '' ? id : key }, !isPhone);
  }
  function move(step: number) {
    const isListed = current !== undefined && rows.indexOf(current.id) >= 0;
    // What was open has left the list: the one that took its place is the next.
    const next = isListed || step < 0 ? at + step : at;
    const id = rows.idAt(Math.max(0, Math.min(next, rows.count - 1)));
    if (id !== undefined) open(id);
  }
  /** Called before the list knows that the current one leaves it. */
  function goOn() {
    open(rows.idAt(at + 1) ?? (at > 0 ? rows.idAt(at - 1) : undefined));
  }
  useShortcuts([
    { keys: 'j', label: t('inbox.next'), group: t('inbox.shortcuts'), run: () => move(1) },
    { keys: 'k', label: t('inbox.previous'), group: t('inbox.shortcuts'), run: () => move(-1) },
  ]);
  const showsList = !isPhone || current === undefined;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {showsList && <InboxHeader rows={rows} search={search} onChange={change} />}
      <div className="flex min-h-0 flex-1">
        {showsList && rows.count > 0 && (
          <div className="flex min-h-0 w-80 shrink-0 flex-col border-r max-sm:w-full max-sm:border-r-0 xl:w-96">
            <InboxList rows={rows} current={current?.id} onOpen={open} />
          </div>
        )}
        {current ? (
          <ReadingPane
            key={current.id}
            feedback={current}
            words={words}
            triage={triage}
            discussion={<Discussion record={current.id} space={current.values['space']} />}
            ideaHref={(key) =>
              `/feedback${printSearchTexts({ ...search, item: readText(current.values['key']), open: key })}`
            }
            onNext={goOn}
            onBack={() => onSearch({ ...search, item: undefined }, false)}
          />
        ) : (
          rows.count === 0 && <NothingHere isNew={(search.state ?? 'new') === 'new'} hasAny={hasAny(rows)} />
        )}
      </div>
    </div>
  );
}

function hasAny(rows: InboxRows): boolean {
  return Object.values(rows.counts).some((count) => count > 0);
}

interface Place {
  readonly name: string;
  readonly first: string | undefined;
}

/**
 * The piece the address names; else the one that was first when the list was opened, where there is room for
 * both. It stays when it leaves the list: nothing changes under the eyes of whoever reads.
 */
function useCurrent(key: string | undefined, { name, first }: Place): ReplicaRecord | undefined {
  const named = useRecordByKey('feedback', key ?? '');
  const isId = key?.startsWith('feedback_') === true;
  const fresh = useRecord('feedback', isId ? key : undefined);
  const [kept, setKept] = useState<Place>({ name, first });
  const values = useRecord('feedback', kept.first);
  if (kept.name !== name || (values === undefined && kept.first !== first)) setKept({ name, first });
  if (key !== undefined && named !== undefined) return named;
  if (key !== undefined && fresh !== undefined) return { id: key, values: fresh };
  return kept.first === undefined || values === undefined ? undefined : { id: kept.first, values };
}

/** Where the current piece is, or was before it left the list. */
function useLastPlace(rows: InboxRows, current: string | undefined): number {
  const [last, setLast] = useState(0);
  const at = current === undefined ? -1 : rows.indexOf(current);
  if (at >= 0 && at !== last) setLast(at);
  return at >= 0 ? at : last;
}

function NothingHere({ isNew, hasAny: hasSome }: { readonly isNew: boolean; readonly hasAny: boolean }) {
  return (
    <div className="flex-1">
      <EmptyState
        icon={<Inbox size={28} strokeWidth={1.5} />}
        title={isNew && hasSome ? t('inbox.allHandled') : t('inbox.empty')}
        text={isNew && hasSome ? t('inbox.allHandledText') : t('inbox.emptyText')}
        action={
          <Button variant="primary" icon={<MessageSquarePlus size={15} />} onClick={() => openCapture()}>
            {t('top.capture')}
          </Button>
        }
      />
    </div>
  );
}
