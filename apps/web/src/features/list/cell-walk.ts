import type { KeyboardEvent } from 'react';
import type { ListModel } from '../../data/list-model.ts';
import { fieldComponents } from '../../fields/field-registry.ts';
import type { EditCommands, GridState } from './use-grid-state.ts';

/** Tab keeps what was typed and goes on to the next cell of the row that can be edited. */
export function makeCellWalk(model: ListModel, state: GridState, commands: EditCommands) {
  const { edited } = state;
  return (event: KeyboardEvent): void => {
    if (event.key !== 'Tab' || edited === undefined) return;
    const step = event.shiftKey ? -1 : 1;
    const next = nextEditable(model, edited.id, { from: edited.columnId, step });
    event.preventDefault();
    event.stopPropagation();
    // Leaving commits a text box; a popup that holds nothing new is closed.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    commands.cancel();
    if (next < 0) return;
    requestAnimationFrame(() => {
      state.activate(model.indexOf(edited.id), next);
      state.edit(edited.id, model.columns[next]?.id ?? '');
    });
  };
}

/** -1 when there is none. */
function nextEditable(
  model: ListModel,
  id: string,
  { from, step }: { readonly from: string; readonly step: number },
): number {
  let at = model.columns.findIndex((column) => column.id === from) + step;
  for (let column = model.columns[at]; column !== undefined; at += step, column = model.columns[at]) {
    if (fieldComponents[column.field.type].Editor !== null && model.cell(id, column.id).canEdit) return at;
  }
  return -1;
}
