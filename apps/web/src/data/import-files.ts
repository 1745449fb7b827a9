/** Files on their way to the server: chosen or dropped, and what the server says of them. */
import { UnreachableError } from '@throughline/client';
import { Refusal, REFUSALS, type RefusalBody } from '@throughline/contract';

export interface ImportOptions {
  readonly entity: string;
  readonly space: string;
  /** Column → field key, `externalId`, `contact.email`, `new`, `new:TYPE` or `-`. */
  readonly map: Readonly<Record<string, string>>;
}

export interface PreviewColumn {
  readonly column: string;
  readonly target: string;
  readonly type: string | null;
  readonly isNew: boolean;
  readonly confidence: number;
  readonly samples: readonly unknown[];
}

export interface ImportPreview {
  readonly format: string;
  /** What the records of such a file are; null where the format does not say. */
  readonly usualEntity: string | null;
  readonly columns: readonly PreviewColumn[];
}

export interface ReportEntry {
  readonly record?: number;
  readonly line?: number;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly file?: string;
  readonly cells?: number;
}

export interface ImportReport {
  readonly created?: number;
  readonly updated?: number;
  readonly unchanged?: number;
  readonly rejected?: number;
  readonly dropped?: readonly ReportEntry[];
  readonly changed?: readonly ReportEntry[];
  readonly cells?: { readonly total: number; readonly kept: number; readonly dropped: number };
  readonly also?: {
    readonly comments: number;
    readonly contacts: number;
    readonly companies: number;
    readonly relations: number;
    readonly fields: readonly string[];
    readonly options: readonly string[];
  };
  readonly bytes?: number;
  readonly totalBytes?: number | null;
  /** Why it failed. */
  readonly message?: string;
}

export interface Upload {
  readonly files: readonly File[];
  readonly options: ImportOptions;
  /** Share of the bytes that are on the server, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export async function previewFiles(upload: Upload): Promise<ImportPreview> {
  return (await send('/imports/preview', upload, {})) as ImportPreview;
}

export async function dryRun(upload: Upload): Promise<ImportReport> {
  return (await send('/imports', upload, { dryRun: 'true' })) as ImportReport;
}

/** Answers the id of the import. */
export async function startImport(upload: Upload): Promise<string> {
  const { id } = (await send('/imports', upload, {})) as { readonly id: string };
  return id;
}

function send(
  path: string,
  { files, options, onProgress }: Upload,
  more: Readonly<Record<string, string>>,
): Promise<unknown> {
  const form = new FormData();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const texts = {
    entity: options.entity,
    space: options.space,
    map: JSON.stringify(options.map),
    zone,
    ...more,
  };
  for (const [name, text] of Object.entries(texts)) form.set(name, text);
  for (const file of files) form.append('file', file, file.name);
  // Not fetch: it does not tell how much of a body was sent.
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener('error', () => reject(new UnreachableError('The server cannot be reached')));
    request.addEventListener('load', () => {
      const answer = readJson(request.responseText);
      if (request.status < 300) resolve(answer);
      else reject(readRefusal(answer, request.status));
    });
    request.open('POST', `/api/v1${path}`);
    request.send(form);
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page, not an answer of ours.
    return undefined;
  }
}

function readRefusal(answer: unknown, status: number): Error {
  const body = answer as RefusalBody | undefined;
  return body !== undefined && body.code in REFUSALS
    ? new Refusal(body.code, body)
    : new UnreachableError(`The server answered ${status}`);
}

/** What a record of an import holds as its report. */
export function readReport(value: unknown): ImportReport {
  return typeof value === 'object' && value !== null ? (value as ImportReport) : {};
}
