import type { ReactNode } from 'react';

export interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** One sentence: what this is. */
  readonly text: ReactNode;
  /** The one primary action. */
  readonly action?: ReactNode;
  /** One example, or "load sample data". */
  readonly example?: ReactNode;
}

export function EmptyState({ icon, title, text, action, example }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-1.5 px-6 py-12 text-center">
      {icon !== undefined && <div className="mb-2 text-faint">{icon}</div>}
      <h2 className="text-body font-semibold">{title}</h2>
      <p className="text-ui text-pretty text-muted">{text}</p>
      {action !== undefined && <div className="mt-3">{action}</div>}
      {example !== undefined && <div className="mt-1 text-small text-muted">{example}</div>}
    </div>
  );
}
