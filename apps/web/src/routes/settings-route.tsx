import { SettingsPage } from '../features/settings/settings-page.tsx';
import { StandardsPage } from '../features/standards/standards-page.tsx';
import { SaveTemplateDialog } from '../features/templates/save-template-dialog.tsx';
import { saveTemplateRequest } from '../frame/save-template-request.ts';
import { usePathPart, useSearchTexts } from '../router/router-context.ts';

export function SettingsRoute() {
  const kept = saveTemplateRequest.useAsked();
  return (
    <>
      <SettingsPage section={usePathPart('section') || 'profile'} Standards={Standards} />
      <SaveTemplateDialog
        open={kept !== undefined}
        onOpenChange={saveTemplateRequest.close}
        kind="space"
        from={kept?.id ?? ''}
        space={kept?.id ?? ''}
        name={kept?.name ?? ''}
      />
    </>
  );
}

function Standards() {
  const [{ standard, space }, change] = useSearchTexts();
  return <StandardsPage standard={standard} space={space} onGo={(place) => change(place, false)} />;
}
