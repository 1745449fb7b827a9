/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import type { ReactNode } from 'react';
import { AppLink } from '../frame/app-link.tsx';
import { t } from '../messages/area-t.ts';

export interface SettingsSection {
  readonly id: string;
  readonly name: string;
  readonly href: string;
}

export interface SettingsLayoutProps {
  readonly groups: ReadonlyArray<{ readonly name: string; readonly sections: readonly SettingsSection[] }>;
  readonly currentId: string;
  readonly title: string;
  readonly text?: ReactNode;
  readonly children: ReactNode;
}

/** Sections on the left, one column of settings on the right; on a phone the sections stand above. */
export function SettingsLayout({ groups, currentId, title, text, children }: SettingsLayoutProps) {
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <nav
        aria-label={t('settings.sections')}
        className="shrink-0 overflow-auto p-3 max-md:flex max-md:gap-4 max-md:border-b md:w-52 md:border-r"
      >
        {groups.map((group) => (
          <section
            key={group.name}
            aria-label={group.name}
            className="max-md:flex max-md:items-center max-md:gap-1 md:mb-4"
          >
            <h2 className="px-2 pb-1 text-small font-medium text-faint max-md:hidden">{group.name}</h2>
            <ul className="max-md:flex">
              {group.sections.map((section) => (
                <li key={section.id}>
                  <AppLink
                    href={section.href}
                    aria-current={section.id === currentId ? 'page' : undefined}
                    className={`flex h-8 items-center rounded-md px-2 whitespace-nowrap ${section.id === currentId ? 'bg-pressed font-medium' : 'text-muted hover:bg-hover hover:text-ink'}`}
                  >
                    {section.name}
                  </AppLink>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
      <section
        tabIndex={0}
        aria-label={t('settings.sectionNamed', { name: title })}
        className="min-h-0 flex-1 overflow-y-auto px-6 py-6 outline-none max-md:px-4"
      >
        <div className="mx-auto max-w-2xl">
          <h2 className="text-title font-semibold">{title}</h2>
          {text !== undefined && <p className="mt-0.5 text-ui text-muted">{text}</p>}
          <div className="mt-6 flex flex-col gap-6">{children}</div>
        </div>
      </section>
    </div>
  );
}
