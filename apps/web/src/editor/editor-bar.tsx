import { IconButton } from '@throughline/ui';
import { useEditorState, type Editor } from '@tiptap/react';
import {
  Bold,
  Code,
  Heading2,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  Quote,
  Strikethrough,
} from 'lucide-react';
import { t } from '../messages/area-t.ts';

const marks = [
  {
    name: 'bold',
    keys: 'mod+b',
    Icon: Bold,
    run: (editor: Editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: 'italic',
    keys: 'mod+i',
    Icon: Italic,
    run: (editor: Editor) => editor.chain().focus().toggleItalic().run(),
  },
  {
    name: 'strike',
    keys: 'mod+shift+s',
    Icon: Strikethrough,
    run: (editor: Editor) => editor.chain().focus().toggleStrike().run(),
  },
  {
    name: 'code',
    keys: 'mod+e',
    Icon: Code,
    run: (editor: Editor) => editor.chain().focus().toggleCode().run(),
  },
  {
    name: 'heading',
    keys: 'mod+alt+2',
    Icon: Heading2,
    run: (editor: Editor) => editor.chain().focus().toggleHeading({ level: 2 }).run(),
  },
  {
    name: 'bulletList',
    keys: 'mod+shift+8',
    Icon: List,
    run: (editor: Editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    keys: 'mod+shift+7',
    Icon: ListOrdered,
    run: (editor: Editor) => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'taskList',
    keys: 'mod+shift+9',
    Icon: ListChecks,
    run: (editor: Editor) => editor.chain().focus().toggleTaskList().run(),
  },
  {
    name: 'blockquote',
    keys: 'mod+shift+b',
    Icon: Quote,
    run: (editor: Editor) => editor.chain().focus().toggleBlockquote().run(),
  },
] as const;

/** Shown while the text has the focus, so that reading is undisturbed. */
export function EditorBar({ editor }: { readonly editor: Editor }) {
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      marks.filter(({ name }) => current.isActive(name)).map(({ name }) => name),
  });
  return (
    <div role="toolbar" aria-label={t('description.tools')} className="description-bar">
      {marks.map(({ name, keys, Icon, run }) => (
        <IconButton
          key={name}
          size="small"
          label={t(`description.${name}`)}
          shortcut={keys}
          aria-pressed={active.includes(name)}
          icon={<Icon size={14} />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
          className={active.includes(name) ? 'bg-pressed' : ''}
        />
      ))}
    </div>
  );
}
