import { Lock, LockOpen, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/area-t.ts';
import type { ShownPart } from './standard-answers.ts';

const icons = { fixed: Lock, extend: Plus, override: LockOpen } as const;

export interface PartLineProps {
  readonly part: ShownPart;
  /** How it stands, on the right. */
  readonly state: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a standard in a space: how free the space is, its name, how it stands, and more below. */
export function PartLine({ part: { kind, name, freedom }, state, children }: PartLineProps) {
  const Icon = icons[freedom];
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <span title={t(`standard.freedom.${freedom}.text`)} className="text-muted">
          <Icon size={14} aria-hidden />
          <span className="sr-only">{t(`standard.freedom.${freedom}`)}</span>
        </span>
        <span className="min-w-0 flex-1 truncate" title={name}>
          <span className="font-medium">{name}</span>{' '}
          <span className="text-small text-muted">{t(`standard.kind.${kind}`)}</span>
        </span>
        {state}
      </div>
      {children}
    </li>
  );
}
