/** The parts of the browser's extension interface that are used here. */
export type Browser = {
  readonly action: { readonly openPopup?: () => Promise<void> };
  readonly contextMenus: {
    readonly create: (menu: {
      readonly id: string;
      readonly title: string;
      readonly contexts: readonly string[];
    }) => void;
    readonly onClicked: { readonly addListener: (listener: (info: MenuInfo, tab?: Tab) => void) => void };
  };
  readonly permissions: {
    readonly request: (wanted: { readonly origins: readonly string[] }) => Promise<boolean>;
    readonly remove: (given: { readonly origins: readonly string[] }) => Promise<boolean>;
  };
  readonly runtime: {
    readonly getURL: (path: string) => string;
    readonly onInstalled: { readonly addListener: (listener: () => void) => void };
    readonly openOptionsPage: () => Promise<void>;
  };
  readonly scripting: {
    readonly executeScript: (injection: {
      readonly target: { readonly tabId: number };
      readonly func: () => string;
    }) => Promise<readonly { readonly result?: unknown }[]>;
  };
  readonly storage: { readonly local: StorageArea; readonly session: StorageArea };
  readonly tabs: { readonly query: (of: Readonly<Record<string, boolean>>) => Promise<readonly Tab[]> };
  readonly windows: {
    readonly create: (window: {
      readonly url: string;
      readonly type: 'popup';
      readonly width: number;
      readonly height: number;
    }) => Promise<unknown>;
  };
};

export type Tab = { readonly id?: number; readonly url?: string; readonly title?: string };

export type MenuInfo = { readonly selectionText?: string; readonly pageUrl?: string };

export type StorageArea = {
  readonly get: (key: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly set: (values: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
};

/** Chromium and Firefox both offer it under this name. */
declare const chrome: Browser;

export const browser: Browser = chrome;
