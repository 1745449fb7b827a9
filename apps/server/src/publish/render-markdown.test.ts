import { makeDocumentFormat } from '@throughline/document';
import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const format = makeDocumentFormat();
const render = (markdown: string): string => renderMarkdown(format, markdown).markup.replaceAll(/\n\s*/g, '');

it('writes headings, lists, code, quotes and links below the title of the page', () => {
  expect(
    render(
      '# New\n\nA **bold** _word_ and `code`.\n\n- one\n- two\n\n> said\n\n```js\na < b\n```\n\n[here](https://a.example/?b=1&c)',
    ),
  ).toBe(
    '<h3>New</h3><p>A <strong>bold</strong> <em>word</em> and <code>code</code>.</p><ul><li><p>one</p></li><li><p>two</p></li></ul><blockquote><p>said</p></blockquote><pre><code>a &lt; b</code></pre><p><a href="https://a.example/?b=1&amp;c" rel="noopener noreferrer nofollow">here</a></p>',
  );
});

it('lets no markup, script or picture through', () => {
  for (const markdown of [
    '<script>alert(1)</script>',
    'a <img src=x onerror=alert(1)> b',
    '[x](javascript:alert(1))',
    '![x](https://tracker.example/x.png)',
    '<svg onload=alert(1)>\n\n<iframe src="https://a.example"></iframe>',
    '[x](https://a.example/"onmouseover="alert\\(1\\))',
  ]) {
    const markup = render(markdown);
    expect(markup).not.toMatch(/<(?:script|img|svg|iframe)|="?javascript:|"\s*onmouseover/i);
  }
});
