import type { Field } from '@throughline/model';
import { IconButton } from '@throughline/ui';
import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTitles } from '../../data/data-context.ts';
import { t } from '../../messages/area-t.ts';
import type { Ballots, OwnVote } from './use-ballots.ts';

export interface VoteListProps {
  readonly field: Field;
  readonly records: readonly string[];
  readonly ballots: Ballots;
}

/** The ideas of a round, each with one's own votes; what is left stays in sight. */
export function VoteList({ field, records, ballots }: VoteListProps) {
  const { titleOf } = useTitles();
  const { budget, max = Infinity } = field.config;
  const left = budget === undefined ? Infinity : budget - ballots.spent;
  const { of } = ballots;
  return (
    <section aria-label={t('decide.ideas')}>
      {budget !== undefined && (
        <p
          aria-live="polite"
          className="sticky top-0 z-10 border-b bg-canvas py-2 text-ui font-medium tabular-nums"
        >
          {t('decide.left', { count: left, all: budget })}
        </p>
      )}
      <ul>
        {of !== undefined &&
          records.map((record) => (
            <VoteLine
              key={record}
              title={titleOf(record) ?? ''}
              own={of(record)}
              most={Math.min(max, of(record).points + left)}
              onGive={(vote) => ballots.give({ record, ...vote })}
            />
          ))}
      </ul>
    </section>
  );
}

interface VoteLineProps {
  readonly title: string;
  readonly own: OwnVote;
  readonly most: number;
  readonly onGive: (vote: { readonly points: number; readonly note?: string | null }) => void;
}

function VoteLine({ title, own, most, onGive }: VoteLineProps) {
  const { points } = own;
  return (
    <li className="flex flex-col gap-2 border-b py-2">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 text-ui">{title}</span>
        <IconButton
          label={t('decide.lessFor', { title })}
          icon={<Minus size={16} />}
          disabled={points === 0}
          onClick={() => onGive({ points: points - 1 })}
        />
        <span className="w-6 text-center text-ui font-medium tabular-nums">{points}</span>
        <IconButton
          label={t('decide.moreFor', { title })}
          icon={<Plus size={16} />}
          disabled={points >= most}
          onClick={() => onGive({ points: points + 1 })}
        />
      </div>
      {points > 0 && (
        <VoteNote
          key={own.note}
          title={title}
          note={own.note}
          onChange={(note) => onGive({ points, note })}
        />
      )}
    </li>
  );
}

interface VoteNoteProps {
  readonly title: string;
  readonly note: string;
  readonly onChange: (note: string | null) => void;
}

/** Kept when it is left. */
function VoteNote({ title, note, onChange }: VoteNoteProps) {
  const [text, setText] = useState(note);
  return (
    <input
      aria-label={t('decide.noteOn', { title })}
      placeholder={t('decide.notePlaceholder')}
      maxLength={1000}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onBlur={() => text.trim() !== note && onChange(text.trim() === '' ? null : text.trim())}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
      className="field-box h-8 px-2.5 text-small"
    />
  );
}
