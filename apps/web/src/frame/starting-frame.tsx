import { Skeleton } from '@throughline/ui';
import { t } from '../messages/t.ts';
import { OpeningProgress } from './opening-progress.tsx';

/** The frame at its final size, before what it shows is here. */
export function StartingFrame() {
  return (
    <div className="flex h-dvh bg-canvas">
      <div aria-hidden className="flex w-60 shrink-0 flex-col gap-4 border-r bg-sunken p-3 max-md:hidden">
        <Skeleton className="h-6 w-32" />
        <Skeleton className="h-8 w-full" />
        <Skeleton className="h-4 w-24" />
        <Skeleton className="h-4 w-28" />
      </div>
      <main className="flex min-w-0 flex-1 flex-col">
        <div aria-hidden className="flex h-12 shrink-0 items-center border-b px-3">
          <Skeleton className="h-4 w-40" />
        </div>
        <h1 className="sr-only">{t('app.name')}</h1>
        <OpeningProgress />
      </main>
    </div>
  );
}
