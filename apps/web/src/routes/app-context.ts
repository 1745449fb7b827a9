import { must } from '@throughline/base';
import { createContext, useContext } from 'react';
import type { WorkspaceOpener } from '../data/open-workspace.ts';
import type { Session } from '../session/session.ts';

export interface AppParts {
  readonly session: Session;
  readonly workspaces: WorkspaceOpener;
}

export const AppContext = createContext<AppParts | undefined>(undefined);

export function useApp(): AppParts {
  return must(useContext(AppContext), 'This is drawn outside the app');
}
