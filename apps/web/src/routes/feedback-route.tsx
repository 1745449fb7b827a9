import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { parseInboxSearch } from '../features/inbox/inbox-search.ts';
import { CommentList } from '../features/record/comment-list.tsx';
import { useSearchTexts } from '../router/router-context.ts';

export function FeedbackRoute() {
  const [texts, change] = useSearchTexts();
  return (
    <InboxPage
      Discussion={CommentList}
      search={parseInboxSearch(texts)}
      onSearch={(search, replace) => {
        const present = Object.entries(search).filter(([, value]) => value !== undefined);
        change(Object.fromEntries(present), replace === true);
      }}
    />
  );
}
