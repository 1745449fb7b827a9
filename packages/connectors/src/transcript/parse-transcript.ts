/** Who said what and when, out of WebVTT, SubRip, or text with names before what they said. */
export type Turn = {
  /** Empty where nobody is named. */
  readonly speaker: string;
  /** Seconds from the beginning; undefined where the text tells no times. */
  readonly at?: number;
  readonly text: string;
};

/** What one person says until the next one speaks is one turn. */
export function parseTranscript(text: string): readonly Turn[] {
  const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  return joinTurns(TIMING.test(lines) ? parseCues(lines) : parseLines(lines));
}

const CLOCK = '(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,]\\d{1,3})?';
const TIMING = new RegExp(`^${CLOCK}[ \\t]+-->[ \\t]+`, 'm');
const VOICE = /<v(?:\.[^\s<>.]{1,60}){0,9}\s{1,9}([^<>]{1,200})>/g;

/** Blocks between empty lines. What has no line of times is a heading, a note or a style. */
function parseCues(text: string): readonly Turn[] {
  const cues = text.split(/\n{2,}/).flatMap((block): readonly Turn[] => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const index = lines.findIndex((line) => TIMING.test(line));
    if (index < 0 || index > 1) return [];
    const time = timeOf(TIMING.exec(lines[index] ?? ''));
    const said = lines.slice(index + 1).join('\n');
    return splitVoices(said).map((turn) => ({ ...turn, ...time }));
  });
  return cues.some(({ speaker }) => speaker !== '') ? cues : withPrefixes(cues);
}

/** `<v Ada>…</v><v Bob>…` is two turns in one cue. */
function splitVoices(said: string): readonly Turn[] {
  const voices = [...said.matchAll(VOICE)];
  if (voices.length === 0) return [{ speaker: '', text: plainOf(said) }];
  return voices.map((voice, index) => ({
    speaker: plainOf(voice[1] ?? ''),
    text: plainOf(said.slice(voice.index + voice[0].length, voices[index + 1]?.index)),
  }));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

function plainOf(said: string): string {
  return said
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

const PREFIX = /^(?:[-–>]\s*)?\[?([\p{L}][\p{L}\p{N}.'’ ()&-]{0,59}?)\]?:\s+(\S.*)$/su;

/** A word before a colon is a speaker where it comes back or most lines have one: else it is part of a sentence. */
function withPrefixes(cues: readonly Turn[]): readonly Turn[] {
  const counts = new Map<string, number>();
  for (const { text } of cues) {
    const name = PREFIX.exec(text)?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const isUsual = [...counts.values()].reduce((sum, count) => sum + count, 0) > cues.length / 2;
  return cues.map((cue) => {
    const [, speaker = '', text = ''] = PREFIX.exec(cue.text) ?? [];
    const isSpeaker = isUsual || (counts.get(speaker) ?? 0) > 1;
    return isSpeaker && speaker !== '' ? { ...cue, speaker, text } : cue;
  });
}

/** A line that is a name and a time alone, as meeting programs write them; what follows is said by them. */
const HEADING = new RegExp(`^([\\p{L}][\\p{L}\\p{N}.'’ ()&-]{0,59}?)[ \\t]+[[(]?${CLOCK}[\\])]?$`, 'u');
/** `[00:01:02] Ada: …` */
const STAMPED = new RegExp(`^[[(]?${CLOCK}[\\])]?[ \\t-]+(?=\\S)`);

function parseLines(text: string): readonly Turn[] {
  const turns: Turn[] = [];
  let heading: Pick<Turn, 'speaker' | 'at'> = { speaker: '' };
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const named = HEADING.exec(line);
    if (named) {
      heading = { speaker: named[1] ?? '', ...timeOf(named.slice(1)) };
      continue;
    }
    const stamp = STAMPED.exec(line);
    const said = line.slice(stamp?.[0].length ?? 0);
    turns.push({ ...heading, ...timeOf(stamp), text: said });
  }
  return turns.some(({ speaker }) => speaker !== '') ? turns : withPrefixes(turns);
}

/** Of hours (which may be missing), minutes and seconds after the whole match. */
function timeOf(match: readonly (string | undefined)[] | null): Pick<Turn, 'at'> {
  if (match === null || match[2] === undefined) return {};
  const [, hours = '0', minutes = '0', seconds = '0'] = match;
  return { at: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) };
}

function joinTurns(turns: readonly Turn[]): readonly Turn[] {
  const joined: Turn[] = [];
  for (const turn of turns) {
    const last = joined.at(-1);
    if (turn.text === '') continue;
    if (last !== undefined && last.speaker === turn.speaker)
      joined.splice(-1, 1, { ...last, text: `${last.text} ${turn.text}` });
    else joined.push(turn);
  }
  return joined;
}

export function formatTurns(turns: readonly Turn[]): string {
  return turns
    .map(({ speaker, at, text }) => {
      const head = [at === undefined ? '' : `[${clockOf(at)}]`, speaker === '' ? '' : `${speaker}:`];
      return [...head, text].filter((part) => part !== '').join(' ');
    })
    .join('\n\n');
}

function clockOf(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
