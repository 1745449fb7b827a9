import type { OptionColor } from '@throughline/ui';
import type { ReactNode } from 'react';

/** What the frame shows of the workspace. Addresses are paths of this app. */
export interface FrameData {
  readonly workspaceName: string;
  readonly person: FramePerson;
  readonly spaces: readonly FrameSpace[];
  readonly roadmaps: readonly FrameRoadmap[];
  readonly favourites: readonly FrameLink[];
  /** Sections in the order to show them; those a person does not use are left out. */
  readonly sections: readonly FrameSection[];
}

export interface FramePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly imageUrl?: string | undefined;
}

export interface FrameLink {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly icon?: ReactNode;
}

export interface FrameSpace extends FrameLink {
  /** Two or three letters. */
  readonly key: string;
  readonly color: OptionColor;
  /** Stands for the space where it has one. */
  readonly emoji?: string;
  readonly views: readonly FrameView[];
}

/** Views of one section stand under its name. */
export interface FrameView extends FrameLink {
  readonly section?: string | undefined;
}

/** Records of several spaces, in views of its own. */
export interface FrameRoadmap extends FrameLink {
  readonly views: readonly FrameView[];
}

/** Views of one section stand under its name. */
export interface FrameView extends FrameLink {
  readonly section?: string | undefined;
}

export const sectionNames = ['feedback', 'roadmaps', 'companies'] as const;

export type SectionName = (typeof sectionNames)[number];

export interface FrameSection {
  readonly name: SectionName;
  readonly href: string;
  /** What waits there; nought shows nothing. */
  readonly unread?: number | undefined;
}

export interface FramePage {
  readonly breadcrumb: readonly FrameLink[];
  /** Views of the place, as tabs; empty where there are none. */
  readonly views: readonly FrameLink[];
  readonly currentViewId?: string | undefined;
  readonly present: ReadonlyArray<Pick<FramePerson, 'id' | 'name' | 'imageUrl'>>;
}

export type ConnectionState =
  | { readonly state: 'online' }
  | { readonly state: 'reconnecting'; readonly waitingChanges: number }
  | { readonly state: 'signed-out'; readonly waitingChanges: number }
  | { readonly state: 'offline'; readonly waitingChanges: number };
