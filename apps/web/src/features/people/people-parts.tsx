import type { ReactNode } from 'react';

export interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** One heading of the page of a company or a contact, which figures above link to. */
export function Part({ id, title, children }: PartProps) {
  return (
    <section id={id} aria-label={title} className="min-w-0">
      <h3 className="mb-2 text-small font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

export interface FigureProps {
  readonly name: string;
  readonly value: string;
  /** Where the records behind it are. */
  readonly href?: string;
}

export function Figure({ name, value, href }: FigureProps) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="figures text-title font-semibold">
        {href === undefined ? (
          value
        ) : (
          <a href={href} className="hover:underline">
            {value}
          </a>
        )}
      </dd>
    </div>
  );
}
