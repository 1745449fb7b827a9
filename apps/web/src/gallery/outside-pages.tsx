import { Switch, TextField } from '@throughline/ui';
import { AppFrame } from '../frame/app-frame.tsx';
import { ChooseStartPage } from '../pages/choose-start-page.tsx';
import { ErrorPage } from '../pages/error-page.tsx';
import { FirstRunPage } from '../pages/first-run-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { SettingsLayout } from '../pages/settings-layout.tsx';
import { SignInPage } from '../pages/sign-in-page.tsx';
import { exampleFrame } from './example-frame.tsx';

const nothing = () => undefined;

export function ExampleSignIn() {
  return (
    <SignInPage
      workspaceName="Harbor Finance"
      onSignIn={async () => ({
        message: 'E-mail and password do not match.',
        fix: 'Check both, or ask an administrator to reset the password.',
      })}
    />
  );
}

export function ExampleFirstRun() {
  return <FirstRunPage onCreate={async () => undefined} />;
}

export function ExampleChooseStart() {
  return <ChooseStartPage onSample={nothing} onImport={nothing} onTemplate={nothing} />;
}

export function ExampleError() {
  return <ErrorPage error={new Error('The example broke on purpose.')} onReload={nothing} onHome={nothing} />;
}

export function ExampleNotFound() {
  return <NotFoundPage onHome={nothing} />;
}

export function ExampleSettings() {
  return (
    <AppFrame
      data={exampleFrame}
      page={{
        breadcrumb: [{ id: 'settings', name: 'Settings', href: '?page=settings' }],
        views: [],
        present: [],
      }}
      currentHref="?page=settings"
      settingsHref="?page=settings"
      connection={{ state: 'online' }}
      palette={() => null}
      onRetryConnection={nothing}
      onSignOut={nothing}
      onCapture={nothing}
    >
      <SettingsLayout
        groups={[
          {
            name: 'Workspace',
            sections: [
              { id: 'general', name: 'General', href: '?page=settings' },
              { id: 'people', name: 'People', href: '?page=people' },
              { id: 'fields', name: 'Fields', href: '?page=fields' },
            ],
          },
          {
            name: 'You',
            sections: [
              { id: 'profile', name: 'Profile', href: '?page=profile' },
              { id: 'tokens', name: 'API tokens', href: '?page=tokens' },
            ],
          },
        ]}
        currentId="general"
        title="General"
        text="What everybody in this workspace shares."
      >
        <TextField label="Workspace name" value="Harbor Finance" onChange={nothing} />
        <Switch
          label="People may create spaces"
          hint="Otherwise only administrators can."
          checked
          onChange={nothing}
        />
        <Switch label="Show the forum" checked={false} onChange={nothing} />
      </SettingsLayout>
    </AppFrame>
  );
}
