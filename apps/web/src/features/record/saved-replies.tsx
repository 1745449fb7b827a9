import { IconButton, Menu, type MenuEntry } from '@throughline/ui';
import type { Values } from '@throughline/model';
import { BookmarkPlus, MessageSquareText } from 'lucide-react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';

export interface SavedRepliesProps {
  /** The feedback's. */
  readonly id: string;
  readonly values: Values;
  /** What is written so far. */
  readonly text: string;
  readonly onInsert: (text: string) => void;
}

const NAME_LENGTH = 60;

/** Puts in what the space answers again and again, or keeps what is written for the next time. */
export function SavedReplies({ id, values, text, onInsert }: SavedRepliesProps) {
  const data = useWorkspace();
  const space = readText(values['space']);
  const replies = useRelated('saved-reply', 'space', space);
  const [insight] = useRelated('insight', 'feedback', id);
  const idea = data.titles.titleOf(readText(insight?.values['idea'])) ?? '';
  const company = data.titles.titleOf(readText(values['company'])) ?? '';
  const mayKeep = data.rights.may('create', 'saved-reply', { space });
  if (replies.length === 0 && !mayKeep) return null;
  function keep() {
    const body = text.trim();
    const name = (body.split('\n')[0] ?? '').slice(0, NAME_LENGTH);
    data.writer.write(
      [
        {
          entity: 'saved-reply',
          verb: 'create',
          id: data.replica.newId('saved-reply'),
          values: withAuthor(data, { name, body, space }),
        },
      ],
      { message: t('replies.kept', { name }) },
    );
  }
  const entries: readonly MenuEntry[] = [
    ...replies
      .toSorted((a, b) => readText(a.values['name']).localeCompare(readText(b.values['name'])))
      .map(({ id: reply, values: { name, body } }) => ({
        kind: 'action' as const,
        id: reply,
        label: readText(name),
        onSelect: () => onInsert(fill(readText(body), { company, idea })),
      })),
    ...(mayKeep
      ? [
          ...(replies.length > 0 ? [{ kind: 'separator' as const, id: 'line' }] : []),
          {
            kind: 'action' as const,
            id: 'keep',
            label: t('replies.keep'),
            icon: <BookmarkPlus size={14} />,
            disabled: text.trim() === '',
            onSelect: keep,
          },
        ]
      : []),
  ];
  return (
    <Menu
      align="end"
      trigger={<IconButton size="small" label={t('replies.title')} icon={<MessageSquareText size={14} />} />}
      entries={entries}
    />
  );
}

/** A slot that nothing is known for stays, to be seen before it goes out. */
function fill(body: string, slots: Readonly<Record<'company' | 'idea', string>>): string {
  return body.replaceAll(/\{(company|idea)\}/g, (slot, name: 'company' | 'idea') => slots[name] || slot);
}
