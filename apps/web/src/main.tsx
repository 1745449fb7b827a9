import { RouterProvider } from '@tanstack/react-router';
import { makeApi } from '@throughline/client';
import { UiProvider } from '@throughline/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { uiTexts } from './messages/ui-texts.ts';
import { makeWorkspaceOpener } from './data/open-workspace.ts';
import { registerWorker } from './offline/register-worker.ts';
import { makeAppRouter } from './routes/app-router.tsx';
import { makeKeptOwner } from './session/kept-owner.ts';
import { makeSession } from './session/session.ts';
import './styles.css';

const send = window.fetch.bind(window);
const api = makeApi({ baseUrl: '', fetch: send });
const router = makeAppRouter({
  session: makeSession(api, send, makeKeptOwner(localStorage)),
  workspaces: makeWorkspaceOpener(api),
});
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider messages={uiTexts}>
        <RouterProvider router={router} />
      </UiProvider>
    </StrictMode>,
  );
}
if (import.meta.env.PROD) registerWorker();
