import { Refusal } from '@throughline/contract';
import { useEffect, useState, type ReactNode } from 'react';
import { WorkspaceContext } from '../data/data-context.ts';
import type { WorkspaceData } from '../data/workspace-data.ts';
import { StartingFrame } from '../frame/starting-frame.tsx';
import type { AddressBar } from '../router/address-bar.ts';
import { printSearchTexts } from '../search/search-text.ts';
import { useApp, type AppParts } from './app-context.ts';

type Opening =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly data: WorkspaceData }
  | { readonly state: 'failed'; readonly error: unknown };

export interface OpenedWorkspaceProps {
  readonly bar: AddressBar;
  readonly children: ReactNode;
}

/** The workspace of whoever is signed in; others are sent to sign in, and then back. */
export function OpenedWorkspace({ bar, children }: OpenedWorkspaceProps) {
  const app = useApp();
  const [opening, setOpening] = useState<Opening>({ state: 'opening' });
  useEffect(() => {
    let isGone = false;
    enter(app).then(
      (entered) => {
        if (isGone) return;
        if (typeof entered === 'string') bar.go(elsewhere(entered, bar.current().href), { replace: true });
        else setOpening({ state: 'open', data: entered });
      },
      (error: unknown) => {
        if (!isGone) setOpening({ state: 'failed', error });
      },
    );
    return () => {
      isGone = true;
    };
  }, [app, bar]);
  if (opening.state === 'failed') throw opening.error;
  if (opening.state === 'opening') return <StartingFrame />;
  return <WorkspaceContext value={opening.data}>{children}</WorkspaceContext>;
}

async function enter({ session, workspaces }: AppParts): Promise<WorkspaceData | 'first-run' | 'signed-out'> {
  const who = await session.read();
  if (who.state !== 'signed-in') return who.state;
  try {
    return await workspaces.open(who.owner);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'unauthenticated') throw error;
    session.forget();
    return 'signed-out';
  }
}

function elsewhere(state: 'first-run' | 'signed-out', from: string): string {
  return state === 'first-run' ? '/first-run' : signInHref(from);
}

/** Where to sign in, and then go on from where one was. */
export function signInHref(from: string): string {
  return `/sign-in${printSearchTexts({ to: from })}`;
}
