import { makeApi } from '@throughline/client';
import { UiProvider } from '@throughline/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { uiTexts } from './messages/ui-texts.ts';
import { makeDownloadMeter } from './data/download-meter.ts';
import { makeWorkspaceOpener } from './data/open-workspace.ts';
import { registerWorker } from './offline/register-worker.ts';
import { makeAddressBar } from './router/address-bar.ts';
import { App } from './routes/app.tsx';
import { makeKeptOwner } from './session/kept-owner.ts';
import { makeSession } from './session/session.ts';
import './styles.css';

const send = window.fetch.bind(window);
const meter = makeDownloadMeter(send);
const api = makeApi({ baseUrl: '', fetch: meter.fetch });
const parts = {
  session: makeSession(api, send, makeKeptOwner(localStorage)),
  workspaces: makeWorkspaceOpener(api),
};
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UiProvider messages={uiTexts}>
        <App bar={makeAddressBar(window)} parts={parts} meter={meter} />
      </UiProvider>
    </StrictMode>,
  );
}
if (import.meta.env.PROD) registerWorker();
