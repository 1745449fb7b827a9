import { Button, IconButton, TextField, useShortcuts } from '@throughline/ui';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useFields, useWorkspace } from '../../data/data-context.ts';
import { withAuthor } from '../../data/new-record.ts';
import { readText } from '../../fields/read-value.ts';
import { moveReasonRequest, type MoveReasonAsked } from '../../frame/move-reason-request.ts';
import { t } from '../../messages/area-t.ts';

/** Long enough to decide, short enough not to stay; while somebody is in it, it stays. */
const patienceMs = 20_000;

export function MoveReason() {
  const asked = moveReasonRequest.useAsked();
  return asked && <Question key={asked.cause} asked={asked} />;
}

/** Asks why a date moved that others rely on. It takes no focus and holds up nothing: who has no time ignores it. */
function Question({ asked }: { readonly asked: MoveReasonAsked }) {
  const data = useWorkspace();
  const reasons = useFields('comment').find(({ id }) => id === 'reason')?.config.options ?? [];
  const box = useRef<HTMLElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setInterval(() => {
      if (!box.current?.contains(document.activeElement)) moveReasonRequest.close();
    }, patienceMs);
    return () => clearInterval(timer);
  }, []);
  useShortcuts([
    {
      keys: 'mod+shift+y',
      label: t('reason.shortcut'),
      group: t('shortcut.group'),
      run: () => box.current?.querySelector('button')?.focus(),
    },
  ]);

  function answer(reason: string, name: string) {
    const body = words.trim() === '' ? name : `${name}: ${words.trim()}`;
    data.writer.write(
      asked.ids.map((record) => ({
        entity: 'comment',
        verb: 'create',
        id: data.replica.newId('comment'),
        values: withAuthor(data, { record, body, excerpt: body, reason, cause: asked.cause }),
      })),
      { message: t('reason.kept') },
    );
    moveReasonRequest.close();
  }
  const [first] = asked.ids;
  const title = readText(data.hub.get('idea', first ?? '')?.['title']);
  return (
    <section
      ref={box}
      aria-label={t('reason.label')}
      className="fixed inset-x-3 bottom-4 z-50 mx-auto flex w-fit max-w-xl flex-col gap-2 rounded-lg bg-overlay p-3 shadow-popup max-sm:bottom-2"
    >
      <div className="flex items-start gap-2">
        <p className="min-w-0 flex-1 text-ui">{t('reason.question', { count: asked.ids.length, title })}</p>
        <IconButton label={t('reason.skip')} icon={<X size={15} />} onClick={moveReasonRequest.close} />
      </div>
      <div className="flex flex-wrap gap-1">
        {reasons.map(({ key, name }) => (
          <Button key={key} size="small" onClick={() => answer(key, name)}>
            {name}
          </Button>
        ))}
      </div>
      <TextField
        label={t('reason.words')}
        hideLabel
        placeholder={t('reason.words')}
        value={words}
        onChange={setWords}
        onKeyDown={(event) => {
          if (event.key === 'Escape') moveReasonRequest.close();
          if (event.key === 'Enter' && words.trim() !== '') answer('other', t('reason.other'));
        }}
      />
    </section>
  );
}
