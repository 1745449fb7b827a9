/** The way of the arrow keys from card to card; cells without cards are stepped over. */
import type { BoardCell, BoardModel, CardPlace } from '../../data/board-model.ts';

export interface BoardStep {
  readonly columns: number;
  readonly cards: number;
}

export function firstPlace(model: BoardModel): CardPlace | undefined {
  for (const laneKey of laneKeys(model))
    for (const { key } of openColumns(model)) {
      const cell = makeCell(key, laneKey);
      if (model.countIn(cell) > 0) return { ...cell, index: 0 };
    }
  return undefined;
}

/** The next card in that direction. */
export function stepFrom(
  model: BoardModel,
  from: CardPlace | undefined,
  { columns, cards }: BoardStep,
): CardPlace | undefined {
  if (from === undefined) return undefined;
  if (columns !== 0) return stepAcross(model, from, columns);
  const index = from.index + cards;
  if (index >= 0 && index < model.countIn(from)) return { ...from, index };
  return stepLane(model, from, cards) ?? from;
}

function stepAcross(model: BoardModel, from: CardPlace, step: number): CardPlace | undefined {
  const columns = openColumns(model);
  let at = columns.findIndex(({ key }) => key === from.columnKey);
  for (;;) {
    at += step;
    const column = columns[at];
    if (column === undefined) return undefined;
    const cell = makeCell(column.key, from.laneKey);
    const count = model.countIn(cell);
    if (count > 0) return { ...cell, index: Math.min(from.index, count - 1) };
  }
}

/** Past the end of a cell: into the same column of the next lane. */
function stepLane(model: BoardModel, from: CardPlace, step: number): CardPlace | undefined {
  const lanes = laneKeys(model);
  let at = lanes.indexOf(from.laneKey);
  for (;;) {
    at += Math.sign(step);
    if (at < 0 || at >= lanes.length) return undefined;
    const cell = makeCell(from.columnKey, lanes[at]);
    const count = model.countIn(cell);
    if (count > 0) return { ...cell, index: step > 0 ? 0 : count - 1 };
  }
}

function openColumns({ columns }: BoardModel) {
  return columns.filter(({ isFolded }) => isFolded !== true);
}

function laneKeys({ lanes }: BoardModel): ReadonlyArray<string | undefined> {
  return lanes.length === 0 ? [undefined] : lanes.filter(({ isFolded }) => !isFolded).map(({ key }) => key);
}

export function makeCell(columnKey: string, laneKey: string | undefined): BoardCell {
  return laneKey === undefined ? { columnKey } : { columnKey, laneKey };
}
