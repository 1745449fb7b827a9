import { ExternalLink } from 'lucide-react';
import { t } from '../messages/t.ts';
import type { CellProps, EditorProps } from './field-component.ts';
import { InlineInput } from './inline-input.tsx';
import { isSafeUrl, readLink } from './read-value.ts';

export { TextFilter as FilterInput } from './text-filter.tsx';

export function Cell({ value }: CellProps) {
  const link = readLink(value);
  if (link === null) return null;
  const text = link.title ?? link.url.replace(/^https?:\/\/(www\.)?/, '');
  if (!isSafeUrl(link.url)) return <span className="truncate">{text}</span>;
  return (
    <a
      href={link.url}
      target="_blank"
      rel="noreferrer noopener"
      tabIndex={-1}
      className="inline-flex min-w-0 items-center gap-1 text-accent-text hover:underline"
    >
      <span className="truncate">{text}</span>
      <ExternalLink size={12} aria-hidden className="shrink-0" />
    </a>
  );
}

/** Keeps the title while only the address changes. `example.com` becomes `https://example.com`. */
export function Editor({ value, field, onCommit, onCancel }: EditorProps) {
  const link = readLink(value);
  return (
    <InlineInput
      label={field.name}
      initial={link?.url ?? ''}
      inputMode="url"
      check={(text) =>
        text.trim() === '' || URL.canParse(withScheme(text)) ? undefined : t('field.notAUrl', { text })
      }
      onCommit={(text) => onCommit(text.trim() === '' ? null : { ...link, url: withScheme(text) })}
      onCancel={onCancel}
    />
  );
}

function withScheme(text: string): string {
  const url = text.trim();
  return /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`;
}
