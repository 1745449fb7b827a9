import { InboxPage, type DiscussionProps } from '../features/inbox/inbox-page.tsx';
import { parseInboxSearch } from '../features/inbox/inbox-search.ts';
import { Conversation } from '../features/record/conversation.tsx';
import { useSearchTexts } from '../router/router-context.ts';

export function FeedbackRoute() {
  const [texts, change] = useSearchTexts();
  return (
    <InboxPage
      Discussion={Discussion}
      search={parseInboxSearch(texts)}
      onSearch={(search, replace) => {
        const present = Object.entries(search).filter(([, value]) => value !== undefined);
        change(Object.fromEntries(present), replace === true);
      }}
    />
  );
}

function Discussion(props: DiscussionProps) {
  return <Conversation {...props} hasKeys />;
}
