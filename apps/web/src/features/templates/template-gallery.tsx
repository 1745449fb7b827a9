import { TextField } from '@throughline/ui';
import { Search } from 'lucide-react';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { TemplateItem } from '../../data/template-items.ts';
import { t } from '../../messages/area-t.ts';
import { findTemplates } from './find-templates.ts';
import { TemplatePreview } from './template-preview.tsx';

export interface TemplateGalleryProps {
  readonly items: readonly TemplateItem[];
  /** Id of the template that is looked at; the first where it is not there. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  /** By the button that submits, or Enter in the search or the list. */
  readonly onUse: (item: TemplateItem) => void;
  /** What is told and asked of the template that is looked at, with the button that submits. */
  readonly detail: (item: TemplateItem) => ReactNode;
}

/** Templates by what they are for, and what the one that is looked at would draw. */
export function TemplateGallery({ items, chosen, onChoose, onUse, detail }: TemplateGalleryProps) {
  const name = useId();
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const groups = findTemplates(items, typed);
  const found = groups.flatMap((group) => group.items);
  const item = found.find(({ id }) => id === chosen) ?? found[0];
  function submit(event: FormEvent) {
    event.preventDefault();
    if (item !== undefined) onUse(item);
  }
  /** From the search into the list, where arrows go on. */
  function enterList(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }
  return (
    <form onSubmit={submit} className="grid min-h-0 gap-4 sm:h-[54vh] sm:grid-cols-[14.5rem_minmax(0,1fr)]">
      <div className="flex min-h-0 flex-col gap-2">
        <TextField
          label={t('templates.search')}
          hideLabel
          placeholder={t('templates.search')}
          icon={<Search size={14} />}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it takes the place of the button that opened it
          autoFocus
          value={typed}
          onChange={setTyped}
          onKeyDown={enterList}
        />
        <div ref={list} className="min-h-0 flex-1 overflow-y-auto max-sm:max-h-44">
          {groups.map((group) => (
            <fieldset key={group.name} className="pb-2">
              <legend className="px-2 py-1 text-tiny font-medium text-muted">{group.name}</legend>
              {group.items.map((each) => (
                <label
                  key={each.id}
                  className={`relative flex h-8 items-center gap-2 rounded-md px-2 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent-line ${each === item ? 'bg-pressed font-medium' : 'hover:bg-hover'}`}
                >
                  <input
                    type="radio"
                    name={name}
                    checked={each === item}
                    onChange={() => onChoose(each.id)}
                    className="sr-only"
                  />
                  <span aria-hidden className="w-5 shrink-0 text-center">
                    {each.emoji}
                  </span>
                  <span className="truncate">{each.name}</span>
                </label>
              ))}
            </fieldset>
          ))}
          {item === undefined && <p className="px-2 text-muted">{t('templates.nothing')}</p>}
        </div>
      </div>
      {item !== undefined && (
        <section aria-label={item.name} className="flex min-h-0 min-w-0 flex-col gap-3 sm:overflow-y-auto">
          <div>
            <h2 className="text-body font-semibold">{item.name}</h2>
            <p className="text-muted">{item.about}</p>
          </div>
          <TemplatePreview key={item.id} item={item} />
          {detail(item)}
        </section>
      )}
    </form>
  );
}
