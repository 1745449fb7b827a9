import { Dialog } from '@throughline/ui';
import { useRecord } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { NewShareForm } from './new-share-form.tsx';
import { ShareList } from './share-list.tsx';
import { shareRequest } from './share-request.ts';
import { useShares } from './use-shares.ts';

/** Secret links of a view. Mounted once; `openShareDialog` shows it. */
export function ShareDialog() {
  const viewId = shareRequest.useAsked();
  const view = useRecord('view', viewId);
  return (
    <Dialog
      open={viewId !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) shareRequest.close();
      }}
      title={t('share.title', { view: readText(view?.['name']) })}
      description={t('share.intro')}
    >
      {viewId !== undefined && view !== undefined && (
        <ShareBody viewId={viewId} space={readText(view['space'])} />
      )}
    </Dialog>
  );
}

function ShareBody({ viewId, space }: { readonly viewId: string; readonly space: string }) {
  const shares = useShares(viewId, space);
  return (
    <>
      <NewShareForm viewId={viewId} onCreate={shares.create} />
      <ShareList shares={shares} />
    </>
  );
}
