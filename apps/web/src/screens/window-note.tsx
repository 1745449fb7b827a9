import { Button } from '@throughline/ui';
import type { ShownWindow } from '../data/use-record-window.ts';
import { t } from '../messages/area-t.ts';
import type { Layout } from '../search/list-search.ts';

export interface WindowNoteProps {
  readonly window: ShownWindow;
  readonly layout: Layout;
}

/** Says how much of a very large space is on the screen. */
export function WindowNote({ window, layout }: WindowNoteProps) {
  return (
    <div className="flex min-h-8 shrink-0 items-center gap-3 border-b px-4 py-1.5 text-small text-muted">
      <output>{textOf(window, layout)}</output>
      {window.hasFailed && (
        <Button size="small" onClick={window.retry}>
          {t('window.retry')}
        </Button>
      )}
    </div>
  );
}

function textOf({ hasFailed, isOpen, loaded, count }: ShownWindow, layout: Layout): string {
  if (hasFailed) return t('window.failed');
  if (!isOpen) return t('window.asking');
  if (count === undefined) return t('window.counting', { loaded });
  if (loaded >= count) return t('window.listAll', { all: count });
  return t(layout === 'list' ? 'window.list' : 'window.first', { loaded, all: count });
}
