import { expect, it } from 'vitest';
import { formatTurns, parseTranscript } from './parse-transcript.ts';
import { isTranscript } from './read-transcript.ts';

const vtt = `WEBVTT - Call of May

NOTE made by a machine

STYLE
::cue { color: red }

1
00:00:01.000 --> 00:00:04.000 align:start
<v Ada Byron>We lose <i>hours</i> every week</v>

00:04.000 --> 00:07.500
<v Ada Byron>on exports &amp; copies.</v>

3
01:00:08.000 --> 01:00:09.000
<v.loud Bob>Since when?</v> <v Ada Byron>March.</v>
`;

it('reads the voices of WebVTT, and joins what one person says in a row', () => {
  expect(parseTranscript(vtt)).toEqual([
    { speaker: 'Ada Byron', at: 1, text: 'We lose hours every week on exports & copies.' },
    { speaker: 'Bob', at: 3608, text: 'Since when?' },
    { speaker: 'Ada Byron', at: 3608, text: 'March.' },
  ]);
  expect(formatTurns(parseTranscript(vtt)).split('\n\n')[1]).toBe('[01:00:08] Bob: Since when?');
});

it('reads SubRip, where names stand before what was said', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\nAda: Hello\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nBob: Hi\r\nthere\r\n\r\n' +
    '3\r\n00:00:05,000 --> 00:00:06,000\r\nAda: One thing: exports\r\n\r\n4\r\n00:00:07,000 --> 00:00:08,000\r\nBob: Yes\r\n';
  expect(parseTranscript(srt)).toEqual([
    { speaker: 'Ada', at: 1, text: 'Hello' },
    { speaker: 'Bob', at: 3, text: 'Hi there' },
    { speaker: 'Ada', at: 5, text: 'One thing: exports' },
    { speaker: 'Bob', at: 7, text: 'Yes' },
  ]);
});

it('reads text with names and times on lines of their own, before what was said, or not at all', () => {
  expect(parseTranscript('Ada Byron  0:03\nExports fail.\nOften.\n\nBob 1:02:03\nI see.\n')).toEqual([
    { speaker: 'Ada Byron', at: 3, text: 'Exports fail. Often.' },
    { speaker: 'Bob', at: 3723, text: 'I see.' },
  ]);
  expect(parseTranscript('[00:01] Ada: Hello\n[00:02] Bob: Hi\n[00:05] Ada: Bye\n')).toEqual([
    { speaker: 'Ada', at: 1, text: 'Hello' },
    { speaker: 'Bob', at: 2, text: 'Hi' },
    { speaker: 'Ada', at: 5, text: 'Bye' },
  ]);
  expect(parseTranscript('Nobody is named here.\nOne thing: it works.')).toEqual([
    { speaker: '', text: 'Nobody is named here. One thing: it works.' },
  ]);
});

it('keeps no markup that was said, and takes a megabyte without an end in time', () => {
  expect(parseTranscript('WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>&lt;script&gt;</v>')).toEqual([
    { speaker: 'A', at: 1, text: '<script>' },
  ]);
  const long = `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(300_000)}`;
  expect(parseTranscript(long).length).toBeLessThan(2);
});

it('knows a transcript by its name, its beginning, or its speakers', () => {
  const asked: readonly (readonly [string, string])[] = [
    ['', 'call.vtt'],
    [vtt, 'call.txt'],
    ['1\n00:00:01,000 --> 00:00:02,000\nHi\n', 'call'],
    ['Ada: Hello\nBob: Hi\nAda: Bye\nBob: Bye\n', 'call.txt'],
    ['title;body\nOne;Two\n', 'ideas.txt'],
    ['title,body\nOne,Two\n', 'ideas.csv'],
  ];
  expect(asked.map(([text, name]) => isTranscript(text, name))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});
