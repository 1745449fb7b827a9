import { UnreachableError } from '@throughline/client';
import { Refusal, REFUSALS, type RefusalBody } from '@throughline/contract';

/** Sends a file as it is. `fetch` tells nothing of its progress, so this is the older request. */
export async function uploadFile(
  record: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ record, name: file.name });
  request.open('POST', `/api/v1/attachments/upload?${query.toString()}`);
  request.setRequestHeader('content-type', file.type || 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / Math.max(1, total)));
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('error', () => reject(new UnreachableError('The file was not sent')));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(readRefusal(request));
    });
    request.send(file);
  });
}

function readRefusal({ status, responseText }: XMLHttpRequest): Error {
  try {
    const body = JSON.parse(responseText) as RefusalBody;
    if (body.code in REFUSALS) return new Refusal(body.code, body);
  } catch {
    // A proxy's page is no refusal of ours.
  }
  return new UnreachableError(`The server answered ${status}`);
}
