/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a text box with suggestions: no native element completes in the middle of a text */
import { Avatar, Button } from '@throughline/ui';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTitles, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import type { LookupItem } from '../../fields/field-component.ts';
import { t } from '../../messages/area-t.ts';
import { mentionAt, readComment, toBody, toTyped } from './mention.ts';

export interface CommentBoxProps {
  readonly record: string;
  readonly parent?: string;
  readonly edited?: { readonly id: string; readonly body: string };
  readonly onDone?: () => void;
}

const mostOffered = 6;

/** Ctrl+Enter sends; `@` offers people. What was typed stays until it is sent. */
export function CommentBox({ record, parent, edited, onDone }: CommentBoxProps) {
  const data = useWorkspace();
  const people = useTitles().lookup('person');
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => toTyped(edited?.body ?? ''));
  const [named, setNamed] = useState<readonly LookupItem[]>(() => mentionedIn(edited?.body ?? ''));
  const [cursor, setCursor] = useState<number>();
  const [active, setActive] = useState(0);
  const draft = cursor === undefined ? undefined : mentionAt(text, cursor);
  const offered = draft === undefined ? [] : findPeople(people.all(), draft.query);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    const body = toBody(text.trim(), named);
    if (body === '') return;
    if (edited) {
      const write = { entity: 'comment', verb: 'update', id: edited.id, values: { body } } as const;
      data.writer.write([write], { message: t('comment.changed') });
    } else {
      const values = withAuthor(data, { record, body, ...(parent !== undefined && { parent }) });
      data.writer.write([{ entity: 'comment', verb: 'create', id: data.replica.newId('comment'), values }]);
    }
    setText('');
    setNamed([]);
    onDone?.();
  }
  function mention(person: LookupItem) {
    if (draft === undefined || cursor === undefined) return;
    const inserted = `@${person.name} `;
    const at = draft.start + inserted.length;
    setText(text.slice(0, draft.start) + inserted + text.slice(cursor));
    setNamed([...named, person]);
    setCursor(undefined);
    requestAnimationFrame(() => box.current?.setSelectionRange(at, at));
  }
  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const person = offered[Math.min(active, offered.length - 1)];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape') {
      if (offered.length > 0) setCursor(undefined);
      else onDone?.();
    } else if (person && (event.key === 'Enter' || event.key === 'Tab')) mention(person);
    else if (person && event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (person && event.key === 'ArrowUp') setActive((active + offered.length - 1) % offered.length);
    else return;
    event.preventDefault();
  }
  return (
    <form onSubmit={submit} className="relative flex flex-col gap-2">
      <textarea
        ref={box}
        aria-label={parent === undefined ? t('comment.write') : t('comment.writeAnswer')}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={`${id}-people`}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        rows={2}
        placeholder={parent === undefined ? t('comment.write') : t('comment.writeAnswer')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCursor(event.target.selectionStart);
          setActive(0);
        }}
        onBlur={() => setCursor(undefined)}
        onKeyDown={handleKey}
        className="field-box field-sizing-content max-h-72 w-full resize-none px-2.5 py-1.5 text-body"
      />
      {offered.length > 0 && (
        <div
          id={`${id}-people`}
          role="listbox"
          aria-label={t('comment.people')}
          className="popup absolute bottom-full left-0 z-20 mb-1 w-64 p-1"
        >
          {offered.map((person, index) => (
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                mention(person);
              }}
              className={`flex h-8 items-center gap-2 rounded-sm px-2 text-ui ${index === active ? 'bg-hover' : ''}`}
            >
              <Avatar name={person.name} />
              <span className="truncate">{person.name}</span>
            </div>
          ))}
        </div>
      )}
      {(text !== '' || edited || parent !== undefined) && (
        <div className="flex justify-end gap-2">
          {onDone && (
            <Button type="button" size="small" variant="quiet" onClick={onDone}>
              {t('record.cancel')}
            </Button>
          )}
          <Button
            type="submit"
            size="small"
            variant="primary"
            shortcut="mod+enter"
            disabled={text.trim() === ''}
          >
            {edited ? t('comment.save') : t('comment.send')}
          </Button>
        </div>
      )}
    </form>
  );
}

function findPeople(people: readonly LookupItem[], query: string): readonly LookupItem[] {
  const wanted = query.toLowerCase();
  return people.filter(({ name }) => name.toLowerCase().includes(wanted)).slice(0, mostOffered);
}

function mentionedIn(body: string): readonly LookupItem[] {
  return readComment(body).flatMap((part) =>
    part.type === 'mention' ? [{ id: part.person, name: part.name }] : [],
  );
}
