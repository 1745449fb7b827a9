import type { ShownPart } from '@throughline/model';
import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../../messages/area-t.ts';

export interface PartLineProps {
  readonly part: ShownPart;
  /** How it stands, on the right. */
  readonly state: ReactNode;
  readonly children?: ReactNode;
}

/** A part of a standard in a space: how free the space is, its name, how it stands, and more below. */
export function PartLine({ part: { kind, name, freedom }, state, children }: PartLineProps) {
  return (
    <li className="flex flex-col gap-2 py-2">
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <span className="min-w-0 flex-1 truncate" title={name}>
          <span className="font-medium">{name}</span>{' '}
          <span className="text-small text-muted">
            {t(`standard.kind.${kind}`)} ·{' '}
            {freedom === 'fixed' && <Lock size={12} aria-hidden className="inline align-[-1px]" />}{' '}
            {t(`standard.freedom.${freedom}`)}
          </span>
        </span>
        {state}
      </div>
      {children}
    </li>
  );
}
