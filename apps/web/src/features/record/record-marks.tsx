import { Button } from '@throughline/ui';
import { ChevronUp, SmilePlus } from 'lucide-react';
import { useState } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import { groupBy } from '../../data/group-by.ts';
import { withAuthor } from '../../data/new-record.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { giveVote } from '../../data/votes.ts';
import { useSession } from '../../data/use-session.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import type { RecordPartProps } from './record-title.tsx';

const builtIn = { id: 'votes', config: {} } as const;
const offered = ['👍', '❤️', '🎉', '🤔', '👀'] as const;

/** Votes and reactions: one touch each. */
export function RecordMarks({ entity, id, values }: RecordPartProps) {
  const data = useWorkspace();
  const me = useSession().person.id;
  const votes = useRelated('vote', 'record', id).filter((each) => each.values['field'] === undefined);
  const hasVoted = votes.some((each) => each.values['person'] === me);
  const total = votes.reduce((sum, each) => sum + (readNumber(each.values['weight']) ?? 1), 0);
  const mayVote = entity === 'idea' && data.rights.may('create', 'vote', values);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {mayVote && (
        <Button
          size="small"
          aria-pressed={hasVoted}
          variant={hasVoted ? 'primary' : 'secondary'}
          icon={<ChevronUp size={14} />}
          onClick={() => giveVote(data, builtIn, { record: id, points: hasVoted ? 0 : 1 })}
        >
          {t('record.votes', { count: total })}
        </Button>
      )}
      <Reactions record={id} space={values['space']} />
    </div>
  );
}

export interface ReactionsProps {
  readonly record: string;
  readonly space: unknown;
}

export function Reactions({ record, space }: ReactionsProps) {
  const data = useWorkspace();
  const { replica, writer, rights } = data;
  const me = useSession().person.id;
  const [isOpen, setOpen] = useState(false);
  const reactions = useRelated('reaction', 'record', record);
  const counts = groupBy(reactions, ({ values }) => readText(values['emoji']));
  const mine = (list: readonly ReplicaRecord[] | undefined) =>
    list?.find(({ values }) => values['person'] === me);
  const place = typeof space === 'string' ? { space } : {};
  const mayReact = rights.may('create', 'reaction', place);

  function toggle(emoji: string) {
    setOpen(false);
    const own = mine(counts.get(emoji));
    if (own) {
      writer.write([{ entity: 'reaction', verb: 'delete', id: own.id, values: {} }]);
      return;
    }
    const values = withAuthor(data, { record, emoji, person: me });
    writer.write([{ entity: 'reaction', verb: 'create', id: replica.newId('reaction'), values }]);
  }
  const shown = isOpen ? [...new Set([...counts.keys(), ...offered])] : [...counts.keys()];
  return (
    <>
      {shown.map((emoji) => (
        <button
          key={emoji}
          type="button"
          disabled={!mayReact}
          aria-pressed={mine(counts.get(emoji)) !== undefined}
          aria-label={t('field.react', { emoji })}
          onClick={() => toggle(emoji)}
          className={`figures inline-flex h-6 items-center gap-1 rounded-full border px-2 text-small ${mine(counts.get(emoji)) ? 'border-accent-line bg-accent-soft text-accent-text' : 'hover:bg-hover'}`}
        >
          <span aria-hidden>{emoji}</span>
          {(counts.get(emoji)?.length ?? 0) > 0 && counts.get(emoji)?.length}
        </button>
      ))}
      {mayReact && (
        <button
          type="button"
          aria-expanded={isOpen}
          aria-label={t('record.react')}
          data-tip={t('record.react')}
          onClick={() => setOpen(!isOpen)}
          className="grid size-6 place-items-center rounded-full text-faint hover:bg-hover hover:text-ink"
        >
          <SmilePlus size={14} aria-hidden />
        </button>
      )}
    </>
  );
}
