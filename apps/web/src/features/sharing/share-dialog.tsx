import { Dialog } from '@throughline/ui';
import { useRecord } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { t } from '../../messages/area-t.ts';
import { NewShareForm } from './new-share-form.tsx';
import { ShareList } from './share-list.tsx';
import { shareRequest } from '../../frame/share-request.ts';
import { isEdition, useShares } from './use-shares.ts';

/** Published pages of a view or an audience version. Mounted once; `openShare` shows it. */
export function ShareDialog() {
  const asked = shareRequest.useAsked();
  const isVersion = asked !== undefined && isEdition(asked);
  const shown = useRecord(isVersion ? 'edition' : 'view', asked);
  return (
    <Dialog
      open={asked !== undefined}
      onOpenChange={(isOpen) => {
        if (!isOpen) shareRequest.close();
      }}
      title={t('share.title', { view: readText(shown?.['name']) })}
      description={isVersion ? t('share.introEdition') : t('share.intro')}
    >
      {asked !== undefined && shown !== undefined && (
        <ShareBody id={asked} space={readText(shown['space'])} />
      )}
    </Dialog>
  );
}

function ShareBody({ id, space }: { readonly id: string; readonly space: string }) {
  const shares = useShares(id, space);
  return (
    <>
      <NewShareForm shownId={id} onCreate={shares.create} />
      <ShareList shares={shares} />
    </>
  );
}
