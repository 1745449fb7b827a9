import { useState, type DragEvent, type ReactNode } from 'react';
import { showFailure } from '../../data/writer.ts';
import { t } from '../../messages/area-t.ts';
import { uploadFile } from './upload-file.ts';

export interface FileDropProps {
  readonly record: string;
  readonly mayAdd: boolean;
  /** All files are on the server. */
  readonly onAdded: () => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped on the record, as its attachments. */
export function FileDrop({ record, mayAdd, onAdded, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number }>();

  async function send(files: readonly File[]) {
    for (const file of files) {
      await uploadFile(record, file, (share) => setSending({ name: file.name, share })).catch(showFailure);
    }
    setSending(undefined);
    onAdded();
  }
  function over(event: DragEvent) {
    if (!mayAdd || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  }
  function leave(event: DragEvent<HTMLElement>) {
    const to = event.relatedTarget;
    if (!(to instanceof Node) || !event.currentTarget.contains(to)) setOver(false);
  }
  function drop(event: DragEvent) {
    setOver(false);
    // The text takes what is dropped on it by itself.
    if (event.defaultPrevented || !mayAdd || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    void send([...event.dataTransfer.files]);
  }
  return (
    <div
      role="presentation"
      className="relative flex min-h-0 flex-1 flex-col"
      onDragOver={over}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {isOver && (
        <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-lg border-2 border-dashed border-accent-line bg-scrim">
          <p className="popup px-4 py-3 text-body font-medium">{t('file.dropHere')}</p>
        </div>
      )}
      {sending && (
        <output className="figures absolute right-4 bottom-4 z-20 popup px-3 py-2 text-ui">
          {t('file.sending', { name: sending.name, percent: Math.round(sending.share * 100) })}
        </output>
      )}
    </div>
  );
}
