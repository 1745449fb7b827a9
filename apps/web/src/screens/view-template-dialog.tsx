import { SaveTemplateDialog } from '../features/templates/save-template-dialog.tsx';
import { readText } from '../fields/read-value.ts';
import type { ViewDialogProps } from './view-dialogs.tsx';

/** Keeps the view as a template. */
export function ViewTemplateDialog({ view: { view, space }, open, onOpenChange }: ViewDialogProps) {
  return (
    <SaveTemplateDialog
      open={open}
      onOpenChange={onOpenChange}
      kind="view"
      from={view?.id ?? ''}
      space={space}
      name={readText(view?.values['name'])}
    />
  );
}
