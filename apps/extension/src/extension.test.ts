import { expect, it } from 'vitest';
import { quote, titleOf } from './api.ts';
import { makeCapture } from './capture.ts';
import { hostPattern, parseOrigin } from './installation.ts';

it('takes addresses over https, and http on this machine alone', () => {
  const asked = [
    'throughline.example.com',
    ' https://a.example:8443/settings ',
    'http://localhost:3000',
    'http://127.0.0.1:3000/x',
    'http://a.example',
    'ftp://a.example',
    'javascript:alert(1)',
    '',
  ];
  expect(asked.map(parseOrigin)).toEqual([
    'https://throughline.example.com',
    'https://a.example:8443',
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    null,
    null,
    null,
    null,
  ]);
  expect(hostPattern('https://a.example:8443')).toBe('https://a.example/*');
});

it('keeps the words and the address of a page, and no address inside the browser', () => {
  expect(makeCapture('  Slow.\n', { url: 'https://a.example/x', title: 'A' })).toEqual({
    words: 'Slow.',
    url: 'https://a.example/x',
    title: 'A',
  });
  expect(makeCapture('x', { url: 'chrome://settings' }).url).toBe('');
  expect(makeCapture('x'.repeat(200_000), {}).words.length).toBe(100_000);
});

it('writes any text as one text of the expression language', () => {
  expect(quote('a "b" \\ c\nd')).toBe('"a \\"b\\" \\\\ c d"');
});

it('makes a title of the first line, cut between words', () => {
  expect(titleOf('  One line \nanother')).toBe('One line');
  const long = titleOf('word '.repeat(60));
  expect([long.length <= 121, long.endsWith('word…')]).toEqual([true, true]);
});
