import type { Field } from '@throughline/model';
import { Button, Kbd } from '@throughline/ui';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { t } from '../../messages/area-t.ts';
import { focusInvalid } from './focus-invalid.ts';
import { ScoreControl } from './score-control.tsx';
import type { OwnAnswer, OwnAnswers } from './use-own-scores.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface ScoreFormProps {
  readonly idea: SessionIdea;
  readonly fields: readonly Field[];
  readonly spaceKey: string;
  /** “Idea 2 of 5”. */
  readonly place: string;
  readonly own: OwnAnswers;
  readonly onGive: (answers: OwnAnswers) => void;
  readonly onBack: (() => void) | undefined;
}

/** Enter goes from field to field and then on, shift and Enter back. */
export function ScoreForm({ idea, fields, spaceKey, place, own, onGive, onBack }: ScoreFormProps) {
  const [answers, setAnswers] = useState(own);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (isFocusFree()) focusAnswer(form.current, 0);
  }, []);
  function give() {
    if (!focusInvalid(form.current)) onGive(withoutBlanks(answers));
  }
  function goOn(event: KeyboardEvent<HTMLFormElement>) {
    const { key, shiftKey, target } = event;
    if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (shiftKey) return onBack?.();
    const here = answersIn(form.current).findIndex((part) => part.parentElement?.contains(target));
    if (!focusAnswer(form.current, here + 1)) give();
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of its inputs bubble up here
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        give();
      }}
      onKeyDown={goOn}
      className="flex flex-col gap-5 rounded-md border border-line-strong bg-raised p-5 max-md:p-4"
    >
      <div>
        <p aria-live="polite" className="text-small text-muted">
          {place}
        </p>
        <h2 className="text-title font-semibold text-pretty">{idea.title}</h2>
        <a
          href={`/s/${encodeURIComponent(spaceKey)}/idea/${encodeURIComponent(idea.key)}`}
          target="_blank"
          rel="noreferrer"
          className="text-small text-muted hover:text-ink hover:underline"
        >
          {t('decide.openIdea', { key: idea.key })}
        </a>
      </div>
      {fields.map((field) => (
        <FieldAnswer
          key={field.id}
          field={field}
          answer={answers[field.id] ?? {}}
          onChange={(answer) => setAnswers({ ...answers, [field.id]: answer })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<ArrowLeft size={14} />}
          variant="quiet"
          disabled={onBack === undefined}
          onClick={onBack}
        >
          {t('decide.back')}
        </Button>
        <Button type="submit" variant="primary">
          {t('decide.goOn')}
        </Button>
        <span className="text-small text-muted max-md:hidden">
          <Kbd>Enter</Kbd> {t('decide.canLeaveEmpty')}
        </span>
      </div>
    </form>
  );
}

interface FieldAnswerProps {
  readonly field: Field;
  readonly answer: OwnAnswer;
  readonly onChange: (answer: OwnAnswer) => void;
}

function FieldAnswer({ field, answer, onChange }: FieldAnswerProps) {
  const { name } = field;
  return (
    <div className="flex flex-col gap-2">
      <span aria-hidden className="text-ui font-medium">
        {name}
      </span>
      <ScoreControl
        field={field}
        label={name}
        value={answer.value}
        onChange={(value) => onChange({ ...noteOf(answer), ...(value !== undefined && { value }) })}
      />
      <input
        aria-label={t('decide.whyField', { name })}
        placeholder={t('decide.notePlaceholder')}
        maxLength={1000}
        value={answer.note ?? ''}
        onChange={({ target }) => onChange({ ...answer, note: target.value })}
        className="field-box h-8 px-2.5 text-small"
      />
    </div>
  );
}

function noteOf({ note }: OwnAnswer): OwnAnswer {
  return note === undefined ? {} : { note };
}

function withoutBlanks(answers: OwnAnswers): OwnAnswers {
  const entries = Object.entries(answers).map(([field, { value, note = '' }]) => [
    field,
    { ...(value !== undefined && { value }), ...(note.trim() !== '' && { note: note.trim() }) },
  ]);
  return Object.fromEntries(entries) as OwnAnswers;
}

/** What somebody else does brings ideas here, too: then nobody is taken from where he types. */
function isFocusFree(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function answersIn(form: HTMLFormElement | null): readonly Element[] {
  return [...(form?.querySelectorAll('[data-answer]') ?? [])];
}

/** Whether there is a field in this place to go to. */
function focusAnswer(form: HTMLFormElement | null, at: number): boolean {
  const part = answersIn(form)[at];
  const input = part?.querySelector<HTMLInputElement>('input:checked') ?? part?.querySelector('input');
  input?.focus();
  if (input?.type === 'text') input.select();
  return input !== undefined && input !== null;
}
