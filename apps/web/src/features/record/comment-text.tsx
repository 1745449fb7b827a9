import { useTitles } from '../../data/data-context.ts';
import { readComment } from './mention.ts';

export function CommentText({ body }: { readonly body: string }) {
  const titles = useTitles();
  return (
    <p className="text-body break-words whitespace-pre-wrap">
      {readComment(body).map((part, index) =>
        part.type === 'text' ? (
          part.text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other identity
          <span key={index} className="rounded-sm bg-accent-soft px-0.5 text-accent-text">
            @{titles.titleOf(part.person) ?? part.name}
          </span>
        ),
      )}
    </p>
  );
}
