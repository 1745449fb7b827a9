import { useNavigate, useSearch } from '@tanstack/react-router';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { parseInboxSearch } from '../features/inbox/inbox-search.ts';

export function FeedbackRoute() {
  const texts: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <InboxPage
      search={parseInboxSearch(texts)}
      onSearch={(search, replace) => {
        const present = Object.entries(search).filter(([, value]) => value !== undefined);
        void navigate({ to: '.', search: Object.fromEntries(present), replace });
      }}
    />
  );
}
