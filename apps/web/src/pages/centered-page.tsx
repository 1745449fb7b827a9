import type { ReactNode } from 'react';
import { t } from '../messages/area-t.ts';

export interface CenteredPageProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly children?: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'widest';
}

const widths = { narrow: 'max-w-sm', wide: 'max-w-xl', widest: 'max-w-4xl' } as const;
/** What is wide is long too, and begins higher. */
const tops = { narrow: 'pt-[14vh]', wide: 'pt-[14vh]', widest: 'pt-[6vh]' } as const;

/** The pages outside the frame: sign-in, first run, errors. */
export function CenteredPage({ title, text, children, width = 'narrow' }: CenteredPageProps) {
  return (
    <main className={`flex min-h-dvh flex-col items-center bg-sunken px-4 pb-10 ${tops[width]}`}>
      <div className={`w-full ${widths[width]}`}>
        <Mark />
        <h1 className="mt-6 text-display font-semibold text-balance">{title}</h1>
        {text !== undefined && <p className="mt-1 text-body text-pretty text-muted">{text}</p>}
        {children !== undefined && <div className="mt-6">{children}</div>}
      </div>
    </main>
  );
}

/** The line that runs through: from what was said, up to what was made, and back. */
function Mark() {
  return (
    <div className="flex items-center gap-2 text-accent-text">
      <svg viewBox="0 0 40 16" width={40} height={16} fill="none" aria-hidden>
        <path
          d="M2 13c9 0 9-10 18-10s9 10 18 10"
          stroke="currentColor"
          strokeWidth={2}
          strokeLinecap="round"
        />
        <circle cx={20} cy={3} r={3} fill="currentColor" />
      </svg>
      <span className="text-body font-semibold">{t('app.name')}</span>
    </div>
  );
}
