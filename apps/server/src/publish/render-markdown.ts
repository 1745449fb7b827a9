/** Markdown of people here as HTML for readers outside: what the schema of documents knows, and nothing else. */
import type { DocumentFormat } from '@throughline/document';
import { html, NOTHING, type Html } from './escape.ts';

type Node = ReturnType<DocumentFormat['parse']>;
type Mark = NonNullable<Node['marks']>[number];

/** Other addresses are shown as the text that they are. */
const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:)/i;
/** Below the title that stands above the text. */
const TOP_HEADING = 2;

export function renderMarkdown(format: DocumentFormat, markdown: string): Html {
  return joined((format.parse(markdown).content ?? []).map(renderNode));
}

const BLOCKS: Readonly<Record<string, (content: Html, node: Node) => Html>> = {
  paragraph: (content) => html`<p>${content}</p>`,
  heading: (content, { attrs }) => heading(Number(attrs?.['level'] ?? 1), content),
  bulletList: (content) =>
    html`<ul>
      ${content}
    </ul>`,
  orderedList: (content) =>
    html`<ol>
      ${content}
    </ol>`,
  listItem: (content) => html`<li>${content}</li>`,
  taskList: (content) =>
    html`<ul>
      ${content}
    </ul>`,
  taskItem: (content, { attrs }) => html`<li>${attrs?.['checked'] === true ? '☑' : '☐'} ${content}</li>`,
  blockquote: (content) => html`<blockquote>${content}</blockquote>`,
  codeBlock: (content) => html`<pre><code>${content}</code></pre>`,
  horizontalRule: () => html`<hr />`,
  hardBreak: () => html`<br />`,
  table: (content) =>
    html`<div class="scroll" tabindex="0">
      <table>
        ${content}
      </table>
    </div>`,
  tableRow: (content) =>
    html`<tr>
      ${content}
    </tr>`,
  tableHeader: (content) => html`<th scope="col">${content}</th>`,
  tableCell: (content) => html`<td>${content}</td>`,
  mention: (_content, { attrs }) => html`${String(attrs?.['label'] ?? '')}`,
};

function renderNode(node: Node): Html {
  if (node.type === 'text') return (node.marks ?? []).reduce(withMark, html`${node.text ?? ''}`);
  const content = joined((node.content ?? []).map(renderNode));
  const block = BLOCKS[node.type ?? ''];
  return block === undefined ? content : block(content, node);
}

function heading(level: number, content: Html): Html {
  const depth = Math.min(6, Math.max(1, level) + TOP_HEADING);
  const tags: Readonly<Record<number, Html>> = {
    3: html`<h3>${content}</h3>`,
    4: html`<h4>${content}</h4>`,
    5: html`<h5>${content}</h5>`,
  };
  return tags[depth] ?? html`<h6>${content}</h6>`;
}

const MARKS: Readonly<Record<string, (content: Html, mark: Mark) => Html>> = {
  bold: (content) => html`<strong>${content}</strong>`,
  italic: (content) => html`<em>${content}</em>`,
  strike: (content) => html`<s>${content}</s>`,
  underline: (content) => html`<u>${content}</u>`,
  code: (content) => html`<code>${content}</code>`,
  link: (content, { attrs }) => {
    const to = String(attrs?.['href'] ?? '');
    return SAFE_ADDRESS.test(to)
      ? html`<a href="${to}" rel="noopener noreferrer nofollow">${content}</a>`
      : content;
  },
};

function withMark(content: Html, mark: Mark): Html {
  return MARKS[mark.type]?.(content, mark) ?? content;
}

function joined(parts: readonly Html[]): Html {
  return parts.length === 0 ? NOTHING : html`${parts}`;
}
