import { Button } from '@throughline/ui';
import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { t } from '../../messages/area-t.ts';

export interface DropZoneProps {
  readonly files: readonly File[];
  readonly format: string | undefined;
  readonly onChoose: (files: readonly File[]) => void;
}

export function DropZone({ files, format, onChoose }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  return (
    <div
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        onChoose([...event.dataTransfer.files]);
      }}
      className={`flex items-center gap-4 rounded-md border border-dashed p-4 ${isOver ? 'border-accent-line bg-accent-soft' : 'border-line-strong'} ${files.length === 0 ? 'flex-col py-10' : ''}`}
    >
      <FileUp
        size={files.length === 0 ? 28 : 18}
        strokeWidth={1.5}
        className="shrink-0 text-muted"
        aria-hidden
      />
      {files.length === 0 ? (
        <p className="text-center text-muted">{t('import.drop')}</p>
      ) : (
        <p className="min-w-0 flex-1 truncate">
          <span className="font-medium">{files.map(({ name }) => name).join(', ')}</span>
          {format !== undefined && <span className="text-muted"> · {formatName(format)}</span>}
        </p>
      )}
      <input
        ref={input}
        type="file"
        multiple
        aria-label={t('import.choose')}
        accept=".csv,.tsv,.txt,.vtt,.srt,.json,.jsonl,.ndjson,.gz"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button variant={files.length === 0 ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
        {files.length === 0 ? t('import.choose') : t('import.another')}
      </Button>
    </div>
  );
}

const formats: Readonly<Record<string, string>> = {
  csv: 'CSV',
  'jira-csv': 'Jira CSV',
  'jira-rest': 'Jira JSON',
  github: 'GitHub',
  canny: 'Canny',
  productboard: 'Productboard',
  uservoice: 'UserVoice',
  fider: 'Fider',
  'app-store': 'App Store',
  'google-play': 'Google Play',
  json: 'JSON',
};

export function formatName(format: string): string {
  return format === 'transcript' ? t('import.transcript') : (formats[format] ?? format);
}
