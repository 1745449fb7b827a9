/** Documents as Markdown and back, without a DOM. */
import { getSchema, type JSONContent } from '@tiptap/core';
import { MarkdownManager } from '@tiptap/markdown';
import type { Schema } from '@tiptap/pm/model';
import { documentExtensions } from './extensions.ts';

export type DocumentFormat = {
  readonly schema: Schema;
  readonly parse: (markdown: string) => JSONContent;
  readonly print: (document: JSONContent) => string;
};

export function makeDocumentFormat(): DocumentFormat {
  const extensions = documentExtensions();
  const manager = new MarkdownManager({ extensions });
  const schema = getSchema(extensions);
  return {
    schema,
    parse: (markdown) => {
      const parsed = manager.parse(markdown);
      return parsed.content && parsed.content.length > 0
        ? parsed
        : { type: 'doc', content: [{ type: 'paragraph' }] };
    },
    print: (document) => manager.serialize(document),
  };
}
