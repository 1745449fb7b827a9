import { documentExtensions, makeDocumentFormat } from '@throughline/document';
import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import './description-editor.css';

export interface MarkdownViewProps {
  readonly label: string;
  /** Markdown; another text is another view, by its key. */
  readonly value: string;
}

/** A text as its readers see it. */
export function MarkdownView({ label, value }: MarkdownViewProps) {
  const [format] = useState(makeDocumentFormat);
  const editor = useEditor({
    extensions: documentExtensions(),
    content: format.parse(value),
    editable: false,
    editorProps: { attributes: { 'aria-label': label, role: 'group' } },
  });
  return (
    <div className="description">
      <EditorContent editor={editor} />
    </div>
  );
}
