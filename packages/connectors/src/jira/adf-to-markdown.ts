/** Atlassian's document format (Jira Cloud, REST version 3) as Markdown. Unknown nodes give their text. */
import type { Json } from '@throughline/base';
import { listOf, objectOf, textOf } from '../json-value.ts';

export function adfToMarkdown(node: Json): string {
  return blocks(node, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function childrenOf(node: Json): readonly Json[] {
  return listOf(objectOf(node)['content']);
}

function attribute(node: Json, name: string): string {
  return textOf(objectOf(objectOf(node)['attrs'])[name]) ?? '';
}

function typeOf(node: Json): string {
  return textOf(objectOf(node)['type']) ?? '';
}

function blocks(node: Json, indent: string): string {
  return childrenOf(node)
    .map((child, index) => block(child, indent, index))
    .join('');
}

function block(node: Json, indent: string, index: number): string {
  switch (typeOf(node)) {
    case 'heading':
      return `${indent}${'#'.repeat(Number(attribute(node, 'level')) || 1)} ${inline(node)}\n\n`;
    case 'codeBlock':
      return `\`\`\`${attribute(node, 'language')}\n${inline(node)}\n\`\`\`\n\n`;
    case 'blockquote':
    case 'panel':
      return `${prefixLines(blocks(node, '').trim(), '> ')}\n\n`;
    case 'bulletList':
      return `${childrenOf(node)
        .map((item) => listItem(item, indent, '- '))
        .join('')}\n`;
    case 'orderedList':
      return `${childrenOf(node)
        .map((item, number) => listItem(item, indent, `${number + 1}. `))
        .join('')}\n`;
    case 'taskItem':
      return `${indent}- [${attribute(node, 'state') === 'DONE' ? 'x' : ' '}] ${inline(node)}\n`;
    case 'rule':
      return '---\n\n';
    case 'table':
      return `${tableRows(node)}\n`;
    case 'text':
      return inlineNode(node);
    case 'paragraph':
      return `${index === 0 ? '' : indent}${inline(node)}\n\n`;
    default:
      return childrenOf(node).length > 0 ? blocks(node, indent) : inlineNode(node);
  }
}

function listItem(item: Json, indent: string, mark: string): string {
  return `${indent}${mark}${blocks(item, `${indent}  `).trim()}\n`;
}

function prefixLines(text: string, prefix: string): string {
  return text
    .split('\n')
    .map((line) => prefix + line)
    .join('\n');
}

function tableRows(table: Json): string {
  const rows = childrenOf(table).map((row) =>
    childrenOf(row).map((cell) =>
      blocks(cell, '')
        .trim()
        .replace(/\s*\n\s*/g, ' ')
        .replaceAll('|', '\\|'),
    ),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |\n`;
  const [first = [], ...rest] = rows;
  return line(first) + line(Array.from({ length: width }, () => '---')) + rest.map(line).join('');
}

function inline(node: Json): string {
  return childrenOf(node).map(inlineNode).join('');
}

function inlineNode(node: Json): string {
  switch (typeOf(node)) {
    case 'text':
      return marked(node);
    case 'hardBreak':
      return '\n';
    case 'mention':
      return `@${attribute(node, 'text').replace(/^@/, '')}`;
    case 'emoji':
      return attribute(node, 'text') || attribute(node, 'shortName');
    case 'inlineCard':
    case 'blockCard':
      return attribute(node, 'url');
    case 'date': {
      const time = Number(attribute(node, 'timestamp'));
      return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';
    }
    case 'status':
      return attribute(node, 'text');
    case 'media':
      return attribute(node, 'alt');
    default:
      return inline(node);
  }
}

const MARKS: Readonly<Record<string, string>> = { strong: '**', em: '*', code: '`', strike: '~~' };

function marked(node: Json): string {
  const { text, marks } = objectOf(node);
  return listOf(marks).reduce<string>(
    (inner, mark) => {
      const type = typeOf(mark);
      if (type === 'link') return `[${inner}](${attribute(mark, 'href')})`;
      const sign = MARKS[type] ?? '';
      return `${sign}${inner}${sign}`;
    },
    typeof text === 'string' ? text : '',
  );
}
