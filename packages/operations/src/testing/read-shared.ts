import type { Runtime } from '../runtime.ts';
import { findPublication, noPublication } from '../share/find-publication.ts';
import { readPublished, type PublishedPage } from '../share/read-published.ts';

/** What a link without a password shows to whoever has it. */
export async function readShared(runtime: Runtime, name: string): Promise<PublishedPage> {
  const publication = await findPublication(runtime, name);
  if (publication === undefined) throw noPublication();
  return readPublished(runtime, publication);
}
