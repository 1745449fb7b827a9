/**
 * An object store over HTTP that takes what Amazon S3 documents: PutObject and GetObject, path style, signature
 * version 4 checked from its description (Authenticating Requests, AWS Signature Version 4).
 */
import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type ObjectStore = {
  readonly url: string;
  readonly objects: Map<string, Buffer>;
  readonly close: () => Promise<void>;
};

export const KEYS = { region: 'eu-central-1', accessKeyId: 'AKTEST', secretAccessKey: 'secret/key' } as const;

export async function startObjectStore(): Promise<ObjectStore> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => void answer(objects, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket/files`,
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function answer(
  objects: Map<string, Buffer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  const path = request.url ?? '';
  const refuse = (status: number, code: string): void =>
    void response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
  if (!isSigned(request)) return refuse(403, 'SignatureDoesNotMatch');
  const digest = createHash('sha256').update(body).digest('hex');
  if (request.headers['x-amz-content-sha256'] !== digest) return refuse(400, 'XAmzContentSHA256Mismatch');
  if (request.method === 'PUT' && request.headers['content-length'] === undefined)
    return refuse(411, 'MissingContentLength');
  if (request.method === 'PUT') {
    objects.set(path, body);
    response.writeHead(200).end();
    return undefined;
  }
  const found = objects.get(path);
  if (!found) return refuse(404, 'NoSuchKey');
  response.writeHead(200, { 'content-length': found.length }).end(found);
  return undefined;
}

function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const fields = /Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})/.exec(
    headers.authorization ?? '',
  );
  if (!fields) return false;
  const [, credential = '', signedHeaders = '', signature] = fields;
  const [accessKeyId, day = '', region = '', service = ''] = credential.split('/');
  if (accessKeyId !== KEYS.accessKeyId || region !== KEYS.region || service !== 's3') return false;
  const canonical = [
    method,
    url,
    '',
    ...signedHeaders.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signedHeaders,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = [day, region, service, 'aws4_request'].join('/');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${KEYS.secretAccessKey}`,
  );
  return hmac(key, text).toString('hex') === signature;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
