import { Skeleton } from '@throughline/ui';

/** The list before its first rows, at its final size. */
export function ListSkeleton({ rows = 20 }: { readonly rows?: number }) {
  return (
    <div aria-hidden className="flex-1 overflow-hidden">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-(--row) items-center gap-6 border-b px-3">
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
