import { fitText, flattenTable, INK, PAGE, type Page, type Shape } from './shapes.ts';

const scale = 2;
/** Taller pictures are refused by browsers. */
const mostPages = 20;

/** All pages below each other, twice as fine as a screen. */
export async function makePng(pages: readonly Page[]): Promise<Blob> {
  const shown = pages.slice(0, mostPages);
  const canvas = document.createElement('canvas');
  canvas.width = PAGE.width * scale;
  canvas.height = PAGE.height * scale * shown.length;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The picture could not be drawn');
  context.scale(scale, scale);
  for (const page of shown) {
    context.fillStyle = INK.paper;
    context.fillRect(0, 0, PAGE.width, PAGE.height);
    for (const shape of page) drawShape(context, shape);
    context.translate(0, PAGE.height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made'))));
  });
}

function drawShape(context: CanvasRenderingContext2D, shape: Shape): void {
  if (shape.kind === 'table') {
    for (const part of flattenTable(shape)) drawShape(context, part);
  } else if (shape.kind === 'box') {
    context.fillStyle = shape.fill;
    context.fillRect(shape.x, shape.y, shape.width, shape.height);
    if (shape.line !== undefined) {
      context.strokeStyle = shape.line;
      context.strokeRect(shape.x + 0.5, shape.y + 0.5, shape.width - 1, shape.height - 1);
    }
  } else if (shape.kind === 'dot') {
    context.fillStyle = shape.fill;
    context.beginPath();
    context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
    context.fill();
  } else drawText(context, shape);
}

export function drawText(
  context: CanvasRenderingContext2D,
  { x, y, width, size, color, text, isBold = false }: Extract<Shape, { readonly kind: 'text' }>,
): void {
  context.fillStyle = color;
  context.textBaseline = 'top';
  context.font = `${isBold ? 600 : 400} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  context.fillText(fitText(text, width, size), x, y, width);
}
