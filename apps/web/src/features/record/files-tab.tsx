import { IconButton } from '@throughline/ui';
import { Paperclip, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { showFailure } from '../../data/writer.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import { locale, t } from '../../messages/area-t.ts';
import { uploadFile } from './upload-file.ts';

export interface FilesTabProps {
  readonly record: string;
  readonly space: unknown;
  readonly files: readonly ReplicaRecord[];
}

export function FilesTab({ record, space, files }: FilesTabProps) {
  const { rights, writer } = useWorkspace();
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number }>();
  const mayAdd = rights.may('create', 'attachment', typeof space === 'string' ? { space } : {});

  async function send(chosen: FileList | null) {
    for (const file of chosen ?? []) {
      await uploadFile(record, file, (share) => setSending({ name: file.name, share })).catch(showFailure);
    }
    setSending(undefined);
  }
  return (
    <div className="flex flex-col gap-2 pt-3">
      <ul>
        {files.map(({ id, values }) => (
          <li key={id} className="flex min-h-8 items-center gap-2 border-b text-ui last:border-b-0">
            <Paperclip size={14} aria-hidden className="shrink-0 text-faint" />
            <a
              href={`/api/v1/attachments/${id}/file`}
              className="min-w-0 truncate hover:underline"
              data-tip-cut
            >
              {readText(values['name'])}
            </a>
            <span className="figures ml-auto shrink-0 text-small text-faint">
              {sizeText(readNumber(values['size']) ?? 0)}
            </span>
            {rights.may('delete', 'attachment', values) && (
              <IconButton
                size="tiny"
                label={t('file.remove')}
                icon={<Trash2 size={13} />}
                onClick={() =>
                  writer.write([{ entity: 'attachment', verb: 'delete', id, values: {} }], {
                    message: t('file.removed'),
                  })
                }
              />
            )}
          </li>
        ))}
      </ul>
      {sending && (
        <output className="figures block text-ui text-muted">
          {t('file.sending', { name: sending.name, percent: Math.round(sending.share * 100) })}
        </output>
      )}
      {mayAdd && (
        <label className="inline-flex h-8 w-fit cursor-pointer items-center gap-1.5 rounded-md border border-line-strong px-3 text-ui hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-focus">
          <Paperclip size={14} aria-hidden />
          {t('file.add')}
          <input
            type="file"
            multiple
            className="sr-only"
            onChange={(event) => void send(event.target.files)}
          />
        </label>
      )}
    </div>
  );
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

function sizeText(bytes: number): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step === 0 ? 0 : 1,
  });
  return format.format(bytes / 1000 ** step);
}
