/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import type { ReactNode } from 'react';
import { AppLink } from '../../frame/app-link.tsx';

export interface PageFrameProps {
  readonly title: string;
  readonly text?: string;
  /** Where one comes from. */
  readonly back: { readonly href: string; readonly name: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function PageFrame({ title, text, back, actions, children }: PageFrameProps) {
  return (
    <section tabIndex={0} aria-label={title} className="min-h-0 flex-1 overflow-y-auto px-6 py-6 max-md:px-4">
      <div className="mx-auto flex max-w-3xl flex-col gap-6">
        <header className="flex flex-wrap items-end gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-60">
            <AppLink href={back.href} className="text-small text-muted hover:text-ink hover:underline">
              {back.name}
            </AppLink>
            <h1 className="text-title font-semibold">{title}</h1>
            {text !== undefined && <p className="text-ui text-muted">{text}</p>}
          </div>
          {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
        </header>
        {children}
      </div>
    </section>
  );
}
