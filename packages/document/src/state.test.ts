import { expect, it } from 'vitest';
import { makeDocumentFormat } from './markdown.ts';
import { applyMarkdown, markdownOfState, mergeUpdates, stateFromMarkdown } from './state.ts';

const format = makeDocumentFormat();

const SAMPLE = `# Why

We hear it *every* week: **dark mode**, see [the thread](https://example.com/t).

- one
- two
  - nested

- [x] asked
- [ ] built

> My eyes hurt.

\`\`\`js
const a = 1;
\`\`\`

| Who | Wants |
| --- | --- |
| Ada | dark |`;

it('keeps Markdown through the state and back', () => {
  const once = markdownOfState(format, stateFromMarkdown(format, SAMPLE));
  const twice = markdownOfState(format, stateFromMarkdown(format, once));
  expect(twice).toBe(once);
  for (const piece of [
    '# Why',
    '**dark mode**',
    '[the thread](https://example.com/t)',
    '[x] asked',
    '> My eyes hurt.',
    'const a = 1;',
  ]) {
    expect(once).toContain(piece);
  }
});

it('merges two edits made apart', () => {
  const base = stateFromMarkdown(format, 'First.\n\nSecond.');
  const one = applyMarkdown(format, base, 'First, better.\n\nSecond.');
  const two = applyMarkdown(format, base, 'First.\n\nSecond.\n\nThird.');
  const merged = markdownOfState(format, mergeUpdates([base, one.update, two.update]));
  expect(merged).toBe('First, better.\n\nSecond.\n\nThird.');
});

it('makes the same state on every server', () => {
  expect(stateFromMarkdown(format, SAMPLE)).toEqual(stateFromMarkdown(format, SAMPLE));
});

it('takes an empty document', () => {
  expect(markdownOfState(format, stateFromMarkdown(format, ''))).toBe('');
});
