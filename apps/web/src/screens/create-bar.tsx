import { Button } from '@throughline/ui';
import { Plus } from 'lucide-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { t } from '../messages/t.ts';

export interface CreateBarProps {
  /** Where it will stand: "in Now". */
  readonly place?: string | undefined;
  readonly onCreate: (title: string) => void;
  readonly onClose: () => void;
}

/** One line for a new idea; Enter writes it down and is ready for the next, Escape leaves. */
export function CreateBar({ place, onCreate, onClose }: CreateBarProps) {
  const [title, setTitle] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    if (title.trim() === '') return;
    onCreate(title.trim());
    setTitle('');
  }
  function handleKey(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  }
  return (
    <form onSubmit={submit} className="flex h-10 shrink-0 items-center gap-2 border-b bg-raised px-3">
      <Plus size={15} aria-hidden className="text-faint" />
      <input
        ref={focusOnMount}
        aria-label={t('space.create')}
        placeholder={t('space.createPlaceholder')}
        value={title}
        maxLength={500}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={handleKey}
        onBlur={() => {
          if (title.trim() === '') onClose();
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-ui outline-none"
      />
      {place !== undefined && <span className="text-small text-muted">{place}</span>}
      <Button type="submit" size="small" variant="primary" disabled={title.trim() === ''}>
        {t('list.create')}
      </Button>
    </form>
  );
}

function focusOnMount(input: HTMLInputElement | null): void {
  input?.focus();
}
