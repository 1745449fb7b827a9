import { Button, Checkbox, Dialog, Select } from '@throughline/ui';
import { useEffect, useMemo, useState } from 'react';
import { useFields, useWorkspace } from '../data/data-context.ts';
import { findMisfits, relocate, type Misfit, type RelocateOrder } from '../data/relocate.ts';
import { useSession } from '../data/use-session.ts';
import { showFailure } from '../data/writer.ts';
import { relocateRequest, type RelocateAsked } from '../frame/relocate-request.ts';
import { t } from '../messages/area-t.ts';

const along = ['insights', 'comments', 'attachments', 'connections'] as const;
const nowhere = '';

export function RelocateDialog({ open }: { readonly open: boolean }) {
  const asked = relocateRequest.useAsked();
  return asked && <AskedDialog key={`${asked.act} ${asked.ids.join()}`} asked={asked} open={open} />;
}

/** Names what does not fit in the chosen space before anything is done, and lets values be sent elsewhere. */
function AskedDialog({ asked, open }: { readonly asked: RelocateAsked; readonly open: boolean }) {
  const { replica, rights, writer, hub } = useWorkspace();
  const { spaces } = useSession();
  const isMove = asked.act === 'move';
  const own = hub.get('idea', asked.ids[0] ?? '')?.['space'];
  const places = spaces.filter(
    ({ id }) => rights.may('create', 'idea', { space: id }) && !(isMove && id === own),
  );
  const [space, setSpace] = useState(() => (isMove ? undefined : places.find(({ id }) => id === own)?.id));
  const [fields, setFields] = useState<Readonly<Record<string, string | null>>>({});
  const [chosen, setChosen] = useState<readonly string[]>(['insights']);
  const [isBusy, setBusy] = useState(false);
  const order = useMemo(
    () => (space === undefined ? undefined : { ...asked, space, fields, along: chosen }),
    [asked, space, fields, chosen],
  );
  const misfits = useMisfits(order);
  const count = asked.ids.length;

  async function run(wanted: RelocateOrder) {
    setBusy(true);
    try {
      const cause = await relocate(replica, wanted);
      const name = spaces.find(({ id }) => id === wanted.space)?.name ?? '';
      writer.offerUndo(cause, t(isMove ? 'relocate.moved' : 'relocate.copied', { count, space: name }));
      relocateRequest.close();
    } catch (error) {
      showFailure(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={() => relocateRequest.close()}
      title={t(isMove ? 'relocate.moveTitle' : 'relocate.copyTitle', { count })}
      description={t(isMove ? 'relocate.moveText' : 'relocate.copyText')}
      footer={
        <>
          <Button onClick={() => relocateRequest.close()}>{t('record.cancel')}</Button>
          <Button
            variant="primary"
            disabled={order === undefined || misfits === undefined || isBusy}
            onClick={() => order && void run(order)}
          >
            {t(isMove ? 'relocate.doMove' : 'relocate.doCopy')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('relocate.space')}
          items={places.map(({ id, name }) => ({ value: id, label: name }))}
          value={space ?? null}
          onChange={setSpace}
        />
        {!isMove && (
          <fieldset className="flex flex-wrap gap-x-4 gap-y-2">
            <legend className="mb-1 text-small text-muted">{t('relocate.with')}</legend>
            {along.map((name) => (
              <Checkbox
                key={name}
                label={t(`relocate.${name}`)}
                checked={chosen.includes(name)}
                onChange={(isOn) =>
                  setChosen(isOn ? [...chosen, name] : chosen.filter((each) => each !== name))
                }
              />
            ))}
          </fieldset>
        )}
        {space !== undefined && (
          <Misfits
            space={space}
            misfits={misfits}
            onMap={(field, to) => setFields({ ...fields, [field]: to === nowhere ? null : to })}
          />
        )}
      </div>
    </Dialog>
  );
}

interface MisfitsProps {
  readonly space: string;
  readonly misfits: readonly Misfit[] | undefined;
  readonly onMap: (field: string, to: string) => void;
}

function Misfits({ space, misfits, onMap }: MisfitsProps) {
  const offered = useFields('idea', space);
  if (misfits === undefined) return <p className="text-ui text-muted">{t('relocate.looking')}</p>;
  if (misfits.length === 0) return <p className="text-ui text-muted">{t('relocate.fits')}</p>;
  const targets = offered.filter(({ id, readOnly }) => id.startsWith('field_') && readOnly !== true);
  const items = [
    { value: nowhere, label: t('relocate.leave') },
    ...targets.map(({ key, name }) => ({ value: key, label: name })),
  ];
  return (
    <div className="flex flex-col gap-2">
      <p className="text-ui">{t('relocate.misfits')}</p>
      <ul className="flex flex-col gap-2">
        {misfits.map(({ field, name, count, to }) => (
          <li key={field} className="flex items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate text-ui">{name}</span>
              <span className="text-small text-muted">{t('relocate.values', { count })}</span>
            </span>
            <div className="w-48">
              <Select
                label={t('relocate.to', { name })}
                hideLabel
                items={items}
                value={to ?? nowhere}
                onChange={(next) => onMap(field, next)}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Undefined while the server looks. */
function useMisfits(order: RelocateOrder | undefined): readonly Misfit[] | undefined {
  const { replica } = useWorkspace();
  const [known, setKnown] = useState<{ readonly of: RelocateOrder; readonly misfits: readonly Misfit[] }>();
  useEffect(() => {
    if (order === undefined) return undefined;
    let isGone = false;
    findMisfits(replica, order).then(
      (misfits) => !isGone && setKnown({ of: order, misfits }),
      (error: unknown) => !isGone && showFailure(error),
    );
    return () => {
      isGone = true;
    };
  }, [replica, order]);
  return known?.of === order ? known?.misfits : undefined;
}
