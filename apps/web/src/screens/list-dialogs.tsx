/** The dialogs that a list opens, each loaded when it is first asked for. */
import type { Field } from '@throughline/model';
import { lazyWhenOpen } from '@throughline/ui';
import type { PastedTable } from '../features/paste/parse-table.ts';
import type { UnreadCell } from '../features/paste/plan-paste.ts';
import type { PasteDialogProps } from './paste-dialog.tsx';
import type { ColorRulesDialogProps } from './color-rules-dialog.tsx';
import type { MergeDialogProps } from './merge-dialog.tsx';
import type { ParentDialogProps } from './parent-dialog.tsx';
import type { UnreadDialogProps } from './unread-dialog.tsx';
import type { SpaceView } from './use-space-view.ts';

export type ListDialog =
  | { readonly type: 'merge'; readonly ids: readonly string[] }
  | { readonly type: 'parent'; readonly ids: readonly string[] }
  | { readonly type: 'rules'; readonly field: Field }
  | { readonly type: 'paste'; readonly table: PastedTable }
  | { readonly type: 'unread'; readonly unread: readonly UnreadCell[] };

export interface ListDialogsProps {
  readonly view: SpaceView;
  readonly asked: ListDialog | undefined;
  readonly onClose: () => void;
}

const MergeDialog = lazyWhenOpen<MergeDialogProps>(
  async () => (await import('./merge-dialog.tsx')).MergeDialog,
);
const ParentDialog = lazyWhenOpen<ParentDialogProps>(
  async () => (await import('./parent-dialog.tsx')).ParentDialog,
);
const ColorRulesDialog = lazyWhenOpen<ColorRulesDialogProps>(
  async () => (await import('./color-rules-dialog.tsx')).ColorRulesDialog,
);
const PasteDialog = lazyWhenOpen<PasteDialogProps>(
  async () => (await import('./paste-dialog.tsx')).PasteDialog,
);

const UnreadDialog = lazyWhenOpen<UnreadDialogProps>(
  async () => (await import('./unread-dialog.tsx')).UnreadDialog,
);

export function ListDialogs({ view, asked, onClose }: ListDialogsProps) {
  const ids = asked?.type === 'merge' || asked?.type === 'parent' ? asked.ids : [];
  const isFor = (type: ListDialog['type']) => ({ open: asked?.type === type, onOpenChange: onClose });
  return (
    <>
      <MergeDialog ids={ids} {...isFor('merge')} />
      <ParentDialog key={`parent ${ids.join()}`} ids={ids} {...isFor('parent')} />
      <ColorRulesDialog
        field={asked?.type === 'rules' ? asked.field : undefined}
        entity={view.source.entity}
        {...isFor('rules')}
      />
      <PasteDialog
        view={view}
        table={asked?.type === 'paste' ? asked.table : undefined}
        {...isFor('paste')}
      />
      <UnreadDialog unread={asked?.type === 'unread' ? asked.unread : []} {...isFor('unread')} />
    </>
  );
}
