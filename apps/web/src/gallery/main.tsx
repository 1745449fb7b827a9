import { UiProvider } from '@throughline/ui';
import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { uiTexts } from '../messages/ui-texts.ts';
import '../styles.css';
import { AppPage } from './app-page.tsx';
import { ComponentsPage } from './components-page.tsx';
import { FieldsPage } from './fields-page.tsx';
import {
  ExampleChooseStart,
  ExampleError,
  ExampleFirstRun,
  ExampleNotFound,
  ExampleSettings,
  ExampleSignIn,
} from './outside-pages.tsx';

const parameters = new URLSearchParams(location.search);
const online = { state: 'online' } as const;

/** `/gallery.html?page=list`, in dev builds only: every screen with example data, and without a server. */
const pages: Readonly<Record<string, () => ReactNode>> = {
  components: () => <ComponentsPage />,
  fields: () => <FieldsPage />,
  list: () => <AppPage view="list" connection={online} count={Number(parameters.get('count') ?? 100_000)} />,
  board: () => <AppPage view="board" connection={online} count={Number(parameters.get('count') ?? 10_000)} />,
  empty: () => <AppPage view="empty" connection={online} count={0} />,
  offline: () => <AppPage view="list" connection={{ state: 'offline', waitingChanges: 3 }} count={200} />,
  'sign-in': () => <ExampleSignIn />,
  'first-run': () => <ExampleFirstRun />,
  'choose-start': () => <ExampleChooseStart />,
  settings: () => <ExampleSettings />,
  error: () => <ExampleError />,
  'not-found': () => <ExampleNotFound />,
};

const root = document.getElementById('root');
const page = pages[parameters.get('page') ?? 'components'] ?? (() => <ExampleNotFound />);
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider messages={uiTexts}>{page()}</UiProvider>
    </StrictMode>,
  );
}
