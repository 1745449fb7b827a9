import { CONNECTORS, type Values } from '@throughline/model';
import { Segmented } from '@throughline/ui';
import { Globe, Lock, Reply } from 'lucide-react';
import { useEffect, useImperativeHandle, useRef, useState, type ReactElement, type Ref } from 'react';
import { useAct } from '../../answers/use-act.ts';
import { useRecord, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { CommentBox } from './comment-box.tsx';
import { MessageBox } from './message-box.tsx';
import { SavedReplies } from './saved-replies.tsx';

export type Way = 'reply' | 'public' | 'note';

export interface ComposerHandle {
  /** Chooses the way, and begins to write. */
  readonly open: (way: Way) => void;
}

export interface ComposerProps {
  readonly handle: Ref<ComposerHandle>;
  /** The feedback's. */
  readonly id: string;
  readonly values: Values;
  /** Whether keys lead here, to be shown. */
  readonly hasKeys: boolean;
}

/** Writes to the customer, on the portal, or to colleagues. What was typed for one way waits while another is open. */
export function Composer({ handle, id, values, hasKeys }: ComposerProps) {
  const ways = useWays(values);
  const [chosen, setChosen] = useState<Way>();
  const [turn, setTurn] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const contactId = readText(values['contact']);
  const contact = useRecord('contact', contactId === '' ? undefined : contactId);
  const name = readText(contact?.['name']) || t('conversation.customer');
  const { sendsMail } = useWorkspace().replica.session();
  const isConversation = useIsConversation(values);
  const hindrance = hindranceOf(contact, { sendsMail, isConversation });
  const fallback = hindrance === undefined ? ways[0] : ways.at(-1);
  const way = ways.find((each) => each === chosen) ?? fallback;
  useImperativeHandle(handle, () => ({
    open: (next) => {
      setChosen(next);
      setTurn((before) => before + 1);
    },
  }));
  useEffect(() => {
    if (turn > 0)
      box.current?.querySelector<HTMLTextAreaElement>('[data-way]:not([hidden]) textarea')?.focus();
  }, [turn]);
  if (way === undefined) return null;
  const labels: Record<Way, string> = {
    reply: t('conversation.replyTo', { name }),
    public: t('conversation.answerPublicly'),
    note: t('conversation.note'),
  };
  return (
    <div ref={box} className="flex flex-col gap-2">
      {ways.length > 1 && (
        <div className="max-w-full overflow-x-auto">
          <Segmented
            label={t('conversation.way')}
            value={way}
            onChange={setChosen}
            items={ways.map((each) => ({
              id: each,
              label: each === 'reply' ? t('conversation.reply') : labels[each],
              icon: icons[each],
            }))}
          />
        </div>
      )}
      <WayBoxes
        key={id}
        id={id}
        values={values}
        ways={ways}
        way={way}
        labels={labels}
        hindrance={hindrance}
        name={name}
        hasKeys={hasKeys}
      />
    </div>
  );
}

const icons: Record<Way, ReactElement> = {
  reply: <Reply size={13} aria-hidden />,
  public: <Globe size={13} aria-hidden />,
  note: <Lock size={13} aria-hidden />,
};

function useWays(values: Values): readonly Way[] {
  const { rights } = useWorkspace();
  const { space = null } = values;
  const isOnPortal = values['portal'] !== undefined && values['publicity'] === 'public';
  return [
    ...(rights.may('reply', 'feedback', values) ? (['reply'] as const) : []),
    ...(isOnPortal && rights.may('approve', 'comment', { space }) ? (['public'] as const) : []),
    ...(rights.may('create', 'comment', { space }) ? (['note'] as const) : []),
  ];
}

/** Whether answers go into the conversation that the feedback came from. */
function useIsConversation(values: Values): boolean {
  const id = readText(values['connection']);
  const connection = useRecord('connection', id === '' ? undefined : id);
  const connector = CONNECTORS.find(({ key }) => key === connection?.['connector']);
  return (
    connector?.replies === true && values['thread'] !== undefined && connection?.['archivedAt'] === undefined
  );
}

type Ways = { readonly sendsMail: boolean; readonly isConversation: boolean };

/** Why nobody can be written to; undefined where somebody can. */
function hindranceOf(contact: Values | undefined, { sendsMail, isConversation }: Ways): string | undefined {
  if (contact === undefined) return t('conversation.noContact');
  const name = readText(contact['name']);
  const isReached = isConversation || readText(contact['email']) !== '';
  if (contact['erasedAt'] !== undefined || !isReached) return t('conversation.noAddress', { name });
  if (!sendsMail && !isConversation) return t('conversation.noMail');
  return contact['unsubscribedAt'] === undefined ? undefined : t('conversation.unsubscribed', { name });
}

interface WayBoxesProps extends Omit<ComposerProps, 'handle'> {
  readonly ways: readonly Way[];
  readonly way: Way;
  readonly labels: Record<Way, string>;
  readonly hindrance: string | undefined;
  readonly name: string;
}

function WayBoxes(props: WayBoxesProps) {
  const { id, values, ways, way, labels, hindrance, name } = props;
  const data = useWorkspace();
  const { act, isBusy } = useAct();
  const { space = null } = values;
  async function reply(body: string): Promise<boolean> {
    return (await act({ method: 'POST', path: `/feedback/${id}/reply`, body: { body } })) !== undefined;
  }
  function answerPublicly(body: string): boolean {
    const comment = withAuthor(data, { record: id, space, body, publicity: 'public' });
    const made = { entity: 'comment', verb: 'create', id: data.replica.newId('comment') } as const;
    data.writer.write([{ ...made, values: comment }], { message: t('conversation.answeredPublicly') });
    return true;
  }
  return (
    <>
      {ways.includes('reply') && (
        <div data-way="reply" hidden={way !== 'reply'}>
          <MessageBox
            draftOf={`${id} reply`}
            label={labels.reply}
            placeholder={labels.reply}
            hint={hindrance ?? t('conversation.nameHint', { name, slot: '{name}' })}
            send={t('conversation.send')}
            isDisabled={hindrance !== undefined}
            isBusy={isBusy}
            onSend={reply}
            renderHelp={(text, insert) => (
              <SavedReplies id={id} values={values} text={text} onInsert={insert} />
            )}
          />
        </div>
      )}
      {ways.includes('public') && (
        <div data-way="public" hidden={way !== 'public'}>
          <MessageBox
            draftOf={`${id} public`}
            label={labels.public}
            placeholder={t('conversation.publicPlaceholder')}
            hint={t('conversation.publicHint')}
            send={t('conversation.publish')}
            onSend={answerPublicly}
          />
        </div>
      )}
      {ways.includes('note') && (
        <div data-way="note" hidden={way !== 'note'}>
          <CommentBox record={id} />
        </div>
      )}
    </>
  );
}
