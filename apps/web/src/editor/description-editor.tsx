import { HocuspocusProvider } from '@hocuspocus/provider';
import { documentExtensions } from '@throughline/document';
import { colorFromName } from '@throughline/ui';
import Collaboration from '@tiptap/extension-collaboration';
import CollaborationCaret from '@tiptap/extension-collaboration-caret';
import { Placeholder } from '@tiptap/extensions';
import { EditorContent, useEditor, useEditorState } from '@tiptap/react';
import { useEffect, useState, type ReactNode } from 'react';
import { Doc } from 'yjs';
import { useSession } from '../data/use-session.ts';
import { readText } from '../fields/read-value.ts';
import { collaborationUrl } from '../live/collaboration-url.ts';
import { t } from '../messages/area-t.ts';
import { EditorBar } from './editor-bar.tsx';
import './description-editor.css';

export interface DescriptionEditorProps {
  /** `workspace/record/field`. */
  readonly name: string;
  readonly mayEdit: boolean;
  /** Stands below while there is no text yet. */
  readonly whenEmpty?: ReactNode;
}

type SaveState = 'connecting' | 'saved' | 'saving' | 'offline';

interface Shared {
  readonly document: Doc;
  readonly provider: HocuspocusProvider;
}

/** A text that several people write at once. "Saved" is said only when the server has kept it. */
export function DescriptionEditor({ name, mayEdit, whenEmpty }: DescriptionEditorProps) {
  const [state, setState] = useState<SaveState>('connecting');
  const shared = useShared(name, setState);
  return (
    <section aria-label={t('description.label')} className="flex flex-col gap-1">
      <div className="flex h-6 items-center justify-between">
        <h3 className="text-ui font-semibold">{t('description.label')}</h3>
        {mayEdit && (
          <output className="text-small text-faint">
            {state === 'connecting' ? '' : t(`description.${state}`)}
          </output>
        )}
      </div>
      {shared && (
        <Editor
          shared={shared}
          mayEdit={mayEdit}
          whenEmpty={state === 'connecting' ? undefined : whenEmpty}
        />
      )}
    </section>
  );
}

function useShared(name: string, setState: (state: SaveState) => void): Shared | undefined {
  const [shared, setShared] = useState<Shared>();
  useEffect(() => {
    const document = new Doc();
    let isSynced = false;
    const provider = new HocuspocusProvider({
      url: collaborationUrl(),
      name,
      document,
      token: 'cookie',
      onSynced: () => {
        isSynced = true;
        setState('saved');
      },
      onStatus: ({ status }) => {
        if (status === 'disconnected') setState('offline');
      },
      onStateless: ({ payload }) => {
        if (payload.includes('"saved":true')) setState('saved');
        if (payload.includes('"saved":false')) setState('saving');
      },
    });
    document.on('update', (_update: Uint8Array, origin: unknown) => {
      if (isSynced && origin !== provider) setState(provider.isSynced ? 'saving' : 'offline');
    });
    // oxlint-disable-next-line react/set-state-in-effect -- the connection is the external system, and lives as long as the effect
    setShared({ document, provider });
    return () => {
      provider.destroy();
      document.destroy();
    };
  }, [name, setState]);
  return shared;
}

interface EditorProps {
  readonly shared: Shared;
  readonly mayEdit: boolean;
  readonly whenEmpty: ReactNode;
}

function Editor({ shared: { document, provider }, mayEdit, whenEmpty }: EditorProps) {
  const { person } = useSession();
  const editor = useEditor(
    {
      editable: mayEdit,
      extensions: [
        ...documentExtensions(),
        Collaboration.configure({ document }),
        CollaborationCaret.configure({
          provider,
          // The extension takes only hex here; the look comes from the tone.
          user: { name: person.name, color: '#888888', tone: colorFromName(person.name) },
          render: renderCaret,
          selectionRender: () => ({}),
        }),
        Placeholder.configure({ placeholder: t('description.placeholder') }),
      ],
      editorProps: {
        attributes: { 'aria-label': t('description.label'), role: 'textbox', 'aria-multiline': 'true' },
        handleKeyDown: (_view, event) => {
          event.stopPropagation();
          return false;
        },
      },
    },
    [document, provider, mayEdit],
  );
  const isEmpty = useEditorState({ editor, selector: (state) => state.editor?.isEmpty === true });
  if (editor === null) return null;
  return (
    <>
      <div className="description">
        {mayEdit && <EditorBar editor={editor} />}
        <EditorContent editor={editor} />
      </div>
      {mayEdit && isEmpty && whenEmpty}
    </>
  );
}

/** Somebody's place in the text, with the name above it. */
function renderCaret(user: Record<string, unknown>): HTMLElement {
  const caret = window.document.createElement('span');
  caret.className = `caret option-${readText(user['tone'])}`;
  const label = window.document.createElement('span');
  label.className = 'caret-label';
  label.textContent = readText(user['name']);
  caret.append(label);
  return caret;
}
