import type { Field } from '@throughline/model';
import { chunks } from './draw-list.ts';
import { INK, markColor, PAGE, type Page, type Shape } from './shapes.ts';
import type { DrawnGroup, ViewContent, ViewToDraw } from './view-content.ts';

const mostAcross = 5;
const cardHeight = 58;
const gap = 8;

interface Slot {
  readonly group: DrawnGroup;
  readonly ids: readonly string[];
}

/** Columns of cards; a full column goes on upon the next page. */
export function drawBoard(view: ViewToDraw, content: ViewContent): readonly Page[] {
  const [by] = view.query.group;
  const grouping = by?.by.type === 'field' ? by.by.field : 'status';
  const fields = view.columns.slice(1).filter(({ id }) => id !== grouping);
  const groups = content.groups.filter(({ ids }) => ids.length > 0);
  const perColumn = Math.floor((PAGE.bottom - PAGE.top - 34) / (cardHeight + gap));
  return chunks(groups, mostAcross).flatMap((across) => {
    const tall = Math.max(1, ...across.map(({ ids }) => Math.ceil(ids.length / perColumn)));
    return Array.from({ length: tall }, (_, part) =>
      drawColumns(
        across.map((group) => ({ group, ids: group.ids.slice(part * perColumn, (part + 1) * perColumn) })),
        { fields, content },
      ),
    );
  });
}

interface CardParts {
  readonly fields: readonly Field[];
  readonly content: ViewContent;
}

function drawColumns(slots: readonly Slot[], parts: CardParts): Page {
  const width = (PAGE.width - 2 * PAGE.margin - gap * (slots.length - 1)) / Math.max(1, slots.length);
  return slots.flatMap(({ group, ids }, index) => {
    const x = PAGE.margin + index * (width + gap);
    const height = PAGE.bottom - PAGE.top;
    return [
      { kind: 'box', x, y: PAGE.top, width, height, fill: INK.raised },
      { kind: 'box', x, y: PAGE.top, width, height: 3, fill: markColor(group.color) },
      {
        kind: 'text',
        x: x + 10,
        y: PAGE.top + 10,
        width: width - 20,
        size: 13,
        isBold: true,
        color: INK.text,
        text: `${group.name} (${group.ids.length})`,
      },
      ...ids.flatMap((id, at) =>
        drawCard(id, { x: x + 8, y: PAGE.top + 34 + at * (cardHeight + gap), width: width - 16 }, parts),
      ),
    ] satisfies readonly Shape[];
  });
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

function drawCard(id: string, { x, y, width }: Spot, { fields, content }: CardParts): readonly Shape[] {
  const details = fields
    .map((field) => content.text(id, field))
    .filter((text) => text !== '' && text !== '0');
  const line = { kind: 'text', x: x + 8, width: width - 16 } as const;
  return [
    { kind: 'box', x, y, width, height: cardHeight, fill: INK.paper, line: INK.line },
    { ...line, y: y + 8, size: 12, isBold: true, color: INK.text, text: content.title(id) },
    { ...line, y: y + 32, size: 10, color: INK.quiet, text: details.join(' · ') },
  ];
}
