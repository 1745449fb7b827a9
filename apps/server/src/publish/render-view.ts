/** One view of a published page as plain HTML: a table, columns of cards, or bars along the time. */
import { dayToMilliseconds, type DateRange, type Model } from '@throughline/model';
import type { JsonObject } from '@throughline/base';
import type { PublishedPage, PublishedView } from '@throughline/operations';
import { html, NOTHING, type Html } from './escape.ts';
import { cellText, pageGroups, type Column } from './page-values.ts';

export type ViewParts = {
  readonly model: Model;
  readonly titles: PublishedPage['titles'];
  readonly view: PublishedView;
};

export function renderView(parts: ViewParts): Html {
  const { view } = parts;
  if (view.items.length === 0) return html`<p class="quiet">Nothing here yet.</p>`;
  const range = view.columns.find(({ type }) => type === 'date-range');
  const rest = view.isCut
    ? html`<p class="quiet">Only the first ${view.items.length} are shown.</p>`
    : NOTHING;
  if (view.layout === 'board' && view.groupBy !== null) return html`${board(parts)}${rest}`;
  if (view.layout === 'timeline' && range !== undefined) return html`${timeline(parts, range)}${rest}`;
  return html`${table(parts, view.columns)}${rest}`;
}

function table(parts: ViewParts, columns: readonly Column[]): Html {
  const { view, titles } = parts;
  const groups = pageGroups(view, titles);
  const head = columns.map(({ name }) => html`<th scope="col">${name}</th>`);
  const body = groups.map(({ name, items }) => {
    const title =
      view.groupBy === null || name === ''
        ? NOTHING
        : html`<tr>
            <th scope="rowgroup" colspan="${columns.length}" class="group">
              ${name} <small>${items.length}</small>
            </th>
          </tr>`;
    return html`<tbody>
      ${title}${items.map((item) => row(parts, columns, item))}
    </tbody>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${view.name}">
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      ${body}
    </table>
  </div>`;
}

function row({ model, titles }: ViewParts, columns: readonly Column[], item: JsonObject): Html {
  const cells = columns.map((column, index) => {
    const text = cellText(model, titles, { column, value: item[column.id] });
    return index === 0 ? html`<th scope="row">${text}</th>` : html`<td>${text}</td>`;
  });
  return html`<tr>
    ${cells}
  </tr>`;
}

function board(parts: ViewParts): Html {
  const { view, titles } = parts;
  const columns = pageGroups(view, titles).map(
    ({ name, items }) =>
      html`<section class="column">
        <h3>${name} <small>${items.length}</small></h3>
        <ul>
          ${items.map((item) => html`<li>${card(parts, item)}</li>`)}
        </ul>
      </section>`,
  );
  return html`<div class="scroll board" tabindex="0" role="region" aria-label="${view.name}">
    ${columns}
  </div>`;
}

function card({ model, titles, view }: ViewParts, item: JsonObject): Html {
  const [first] = view.columns;
  const title = view.columns.find(({ id }) => id === 'title') ?? first;
  const others = view.columns.flatMap((column) => {
    if (column === title || column.id === view.groupBy) return [];
    const text = cellText(model, titles, { column, value: item[column.id] });
    return text === '' || text === '0'
      ? []
      : [
          html`<div>
            <dt>${column.name}</dt>
            <dd>${text}</dd>
          </div>`,
        ];
  });
  const name = title ? cellText(model, titles, { column: title, value: item[title.id] }) : '';
  return html`<p>${name}</p>
    ${others.length === 0 ? NOTHING : html`<dl>${others}</dl>`}`;
}

const DAY_MS = 86_400_000;

/** Who has no dates stands below those who have. */
function timeline(parts: ViewParts, range: Column): Html {
  const { model, titles, view } = parts;
  const title = view.columns.find(({ id }) => id === 'title') ?? view.columns[0];
  const spans = view.items.map((item) => ({ item, span: spanOf(item[range.id] as DateRange | undefined) }));
  const dated = spans
    .filter(({ span }) => span !== null)
    .toSorted((a, b) => (a.span?.[0] ?? 0) - (b.span?.[0] ?? 0));
  const from = Math.min(...dated.map(({ span }) => span?.[0] ?? 0));
  const length = Math.max(...dated.map(({ span }) => span?.[1] ?? 0)) - from;
  const line = (item: JsonObject, span: readonly [number, number] | null): Html => {
    const name = title ? cellText(model, titles, { column: title, value: item[title.id] }) : '';
    const bar =
      span === null
        ? NOTHING
        : html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
            <rect
              x="${percent(span[0] - from, length)}"
              width="${percent(span[1] - span[0], length)}"
              height="10"
              rx="1"
            />
          </svg>`;
    const when = cellText(model, titles, { column: range, value: item[range.id] });
    return html`<tr>
      <th scope="row">${name}</th>
      <td class="when">${when}</td>
      <td class="bar">${bar}</td>
    </tr>`;
  };
  const undated = spans.filter(({ span }) => span === null);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${view.name}">
    <table class="timeline">
      <thead>
        <tr>
          <th scope="col">${title?.name ?? ''}</th>
          <th scope="col">${range.name}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${[...dated, ...undated].map(({ item, span }) => line(item, span))}
      </tbody>
    </table>
  </div>`;
}

function spanOf(range: DateRange | undefined): readonly [number, number] | null {
  return range ? [dayToMilliseconds(range.start), dayToMilliseconds(range.end) + DAY_MS] : null;
}

function percent(part: number, whole: number): string {
  return String(Math.round((part / Math.max(whole, 1)) * 10_000) / 100);
}
