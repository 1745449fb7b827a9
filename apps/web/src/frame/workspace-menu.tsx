import type { MenuEntry } from '@throughline/ui';
import { LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../messages/t.ts';
import { getTheme, setTheme, themes, type Theme } from '../theme/theme.ts';

const themeIcons: Record<Theme, ReactNode> = {
  system: <Monitor size={14} />,
  light: <Sun size={14} />,
  dark: <Moon size={14} />,
};

export interface WorkspaceMenuActions {
  /** Whose account it is. */
  readonly email: string;
  readonly openSettings: () => void;
  readonly signOut: () => void;
}

/** The account, how the page looks, and the way out. */
export function workspaceMenu({ email, openSettings, signOut }: WorkspaceMenuActions): readonly MenuEntry[] {
  const theme = getTheme();
  return [
    {
      kind: 'group',
      id: 'account',
      label: email,
      entries: [
        {
          kind: 'action',
          id: 'settings',
          label: t('nav.settings'),
          icon: <Settings size={14} />,
          onSelect: openSettings,
        },
      ],
    },
    { kind: 'separator', id: 'after-account' },
    {
      kind: 'group',
      id: 'theme',
      label: t('theme.label'),
      entries: themes.map((name) => ({
        kind: 'check',
        id: name,
        label: t(`theme.${name}`),
        icon: themeIcons[name],
        checked: theme === name,
        onChange: () => setTheme(name),
      })),
    },
    { kind: 'separator', id: 'after-theme' },
    {
      kind: 'action',
      id: 'sign-out',
      label: t('account.signOut'),
      icon: <LogOut size={14} />,
      onSelect: signOut,
    },
  ];
}
