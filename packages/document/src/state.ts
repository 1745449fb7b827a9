/** A document as Yjs state: what editors share, and what the log keeps as updates. */
import { updateYFragment, yDocToProsemirrorJSON } from '@tiptap/y-tiptap';
import { Node } from '@tiptap/pm/model';
import * as Y from 'yjs';
import type { DocumentFormat } from './markdown.ts';

/** The name of the shared fragment, as the editor's collaboration extension calls it. */
export const FRAGMENT = 'default';

/** An edit of a state, as an update others can merge, with the state after it. */
export type Edit = { readonly state: Uint8Array; readonly update: Uint8Array };

/** The client that first writes a document from Markdown: always the same, so that two servers make one state. */
const FIRST_CLIENT = 1;

export function stateFromMarkdown(format: DocumentFormat, markdown: string): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT;
  writeInto(format, doc, markdown);
  return Y.encodeStateAsUpdate(doc);
}

export function markdownOfState(format: DocumentFormat, state: Uint8Array): string {
  const doc = docOf(state);
  return format.print(yDocToProsemirrorJSON(doc, FRAGMENT)).trim();
}

/** Makes the document say what the Markdown says, as the smallest edit of what is there. */
export function applyMarkdown(format: DocumentFormat, state: Uint8Array, markdown: string): Edit {
  const doc = docOf(state);
  const before = Y.encodeStateVector(doc);
  writeInto(format, doc, markdown);
  return { state: Y.encodeStateAsUpdate(doc), update: Y.encodeStateAsUpdate(doc, before) };
}

/** Updates commute and repeat without harm, so the order they come in does not matter. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  return Y.mergeUpdates([...updates]);
}

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

function writeInto(format: DocumentFormat, doc: Y.Doc, markdown: string): void {
  const node = Node.fromJSON(format.schema, format.parse(markdown));
  doc.transact(() =>
    updateYFragment(doc, doc.getXmlFragment(FRAGMENT), node, { mapping: new Map(), isOMark: new Map() }),
  );
}
