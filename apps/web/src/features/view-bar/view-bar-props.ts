import type { KeptPart } from '../../data/kept-part.ts';
import type { Field } from '@throughline/model';
import type { Schema } from '@throughline/view';
import type { ShownView } from '../../data/saved-view.ts';
import type { FieldLookups } from '../../fields/field-component.ts';
import type { SearchChange } from '../../search/use-list-search.ts';

export interface ViewBarProps {
  readonly schema: Schema;
  readonly shown: ShownView;
  readonly lookups: FieldLookups;
  /** The workspace's, for amounts. */
  readonly currency: string;
  readonly change: (part: SearchChange) => void;
  /** Fields that are shown, in order, without the title. */
  readonly columns: readonly string[];
  readonly setColumns: (ids: readonly string[]) => void;
  readonly onAddField?: (() => void) | undefined;
  readonly onCreate?: (() => void) | undefined;
  readonly saving: ViewSaving;
  /** How a list is drawn; absent for other layouts. */
  readonly listLook?: ListLook | undefined;
}

export interface ListLook {
  /** Records stand under their parents; absent for records that have none. */
  readonly nest?: LookSwitch | undefined;
  readonly summaryRow: LookSwitch;
}

export interface LookSwitch {
  readonly isOn: boolean;
  readonly toggle: () => void;
}

/** What may be done with the view itself; parts are absent where the person may not. */
export interface ViewSaving {
  readonly name: string;
  readonly isFavourite: boolean;
  readonly toggleFavourite: () => void;
  readonly save?: (() => void) | undefined;
  readonly saveAsNew?: (() => void) | undefined;
  readonly reset: () => void;
  readonly rename?: ((name: string) => void) | undefined;
  readonly archive?: (() => void) | undefined;
  /** Asks how sure the order is; absent where nothing is reckoned. */
  readonly howSure?: (() => void) | undefined;
  /** Goes to what the space is deciding. */
  readonly decide?: (() => void) | undefined;
  /** Opens what is told about the view, or closes it. */
  readonly about?: LookSwitch | undefined;
  /** Opens a dialog of the view itself, for those who may. */
  readonly ask?: Readonly<Partial<Record<ViewQuestion, () => void>>> | undefined;
  /** Changes stay with whoever makes them until they are published. */
  readonly drafts?: LookSwitch | undefined;
  /** A standard keeps the view. */
  readonly kept?: KeptPart | undefined;
  /** There are changes that nobody else sees yet. */
  readonly isDraft: boolean;
  /** Shows the view as it was some days ago. */
  readonly lookBack?: (() => void) | undefined;
  /** The saved view as a file. */
  readonly exportAs?: ((format: 'csv' | 'json') => void) | undefined;
  /** What is shown, as a picture, a document or slides. */
  readonly picture: () => void;
}

/** What may be asked about a view, each in a dialog of its own. */
export type ViewQuestion = 'rights' | 'section' | 'copy' | 'template' | 'history';

/** Fields that people can read in a list: the hidden workings of records are left out. */
export function listedFields(schema: Schema): readonly Field[] {
  const unread = new Set(['rank', 'archivedAt', 'mergedInto', 'space', 'sources', 'description']);
  return schema.fields.filter(({ id, type }) => !unread.has(id) && type !== 'data' && type !== 'document');
}
