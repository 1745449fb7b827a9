import { Button, showToast, TextField } from '@throughline/ui';
import { Copy } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { t } from '../../messages/area-t.ts';

export interface SettingGroupProps {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

export function SettingGroup({ title, text, action, children }: SettingGroupProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-3">
      <div className="flex items-end gap-3">
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{title}</h3>
          {text !== undefined && <p className="text-muted">{text}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}

export interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly hint?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** A text that is saved when it is left, or by Enter. */
export function CommitField({
  label,
  value,
  onCommit,
  hint,
  required = false,
  disabled = false,
}: CommitFieldProps) {
  const [draft, setDraft] = useState<string>();
  function commit() {
    const next = draft?.trim();
    setDraft(undefined);
    if (next === undefined || next === value || (required && next === '')) return;
    onCommit(next);
  }
  return (
    <TextField
      label={label}
      hint={hint}
      value={draft ?? value}
      onChange={setDraft}
      onBlur={commit}
      disabled={disabled}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}

/** A secret that is shown this once. */
export function ShownOnce({
  label,
  secret,
  hint,
}: {
  readonly label: string;
  readonly secret: string;
  readonly hint: string;
}) {
  return (
    <div className="flex items-start gap-2 rounded-md border border-accent-line bg-accent-soft p-3">
      <div className="min-w-0 flex-1">
        <TextField
          label={label}
          hint={hint}
          value={secret}
          onChange={() => undefined}
          readOnly
          onFocus={(event) => event.target.select()}
        />
      </div>
      <Button icon={<Copy size={14} />} className="mt-5" onClick={() => void copyText(secret)}>
        {t('share.copy')}
      </Button>
    </div>
  );
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ title: t('settings.copied'), tone: 'success' });
  } catch {
    showToast({ title: t('settings.notCopied'), text: t('share.notCopiedFix') });
  }
}
