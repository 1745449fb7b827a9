import { documentExtensions, makeDocumentFormat } from '@throughline/document';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import { t } from '../messages/area-t.ts';
import { EditorBar } from './editor-bar.tsx';
import './description-editor.css';

export interface MarkdownEditorProps {
  readonly label: string;
  /** Markdown. */
  readonly value: string;
  /** When the text is left, if it has changed. */
  readonly onCommit: (value: string) => void;
}

/** The editor of descriptions for a text that one person writes at a time. */
export function MarkdownEditor({ label, value, onCommit }: MarkdownEditorProps) {
  const [format] = useState(makeDocumentFormat);
  const editor = useEditor({
    extensions: [
      ...documentExtensions(),
      UndoRedo,
      Placeholder.configure({ placeholder: t('description.placeholder') }),
    ],
    content: format.parse(value),
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true' },
      handleKeyDown: (_view, event) => {
        if (event.key !== 'Escape') event.stopPropagation();
        return false;
      },
    },
    onBlur: ({ editor: left }) => {
      const text = left.isEmpty ? '' : format.print(left.getJSON());
      if (text !== value) onCommit(text);
    },
  });
  if (editor === null) return null;
  return (
    <div className="description rounded-md border px-3 py-2">
      <EditorBar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  );
}
