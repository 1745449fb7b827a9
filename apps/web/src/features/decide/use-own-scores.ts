/** One's own scores in a session: asked of the server alone, since nobody else's browser may hold them. */
import type { JsonObject } from '@throughline/base';
import type { Field } from '@throughline/model';
import { useEffect, useRef, useState } from 'react';
import { readItems, tryIt, useAnswer } from '../../answers/use-answer.ts';
import { useWorkspace } from '../../data/data-context.ts';
import { readText } from '../../fields/read-value.ts';
import { makeTurns } from './send-in-turn.ts';
import { numberOf } from './session-fields.ts';
import type { SessionIdea } from './use-session-ideas.ts';

export interface OwnAnswer {
  readonly value?: string | number;
  readonly note?: string;
}

/** By field id; a field that is left out is “I can’t tell”. */
export type OwnAnswers = Readonly<Record<string, OwnAnswer>>;

export interface OwnScores {
  /** False until they are known. */
  readonly isHere: boolean;
  /** Undefined for an idea that one has not answered. */
  readonly of: (idea: SessionIdea) => OwnAnswers | undefined;
  /** It could not be sent; what was typed is kept. */
  readonly isUnsent: (idea: SessionIdea) => boolean;
  readonly give: (idea: SessionIdea, answers: OwnAnswers) => void;
}

type Sent = ReadonlyMap<string, { readonly answers: OwnAnswers; readonly isSent: boolean }>;

export function useOwnScores(
  session: string,
  fields: readonly Field[],
  open: readonly SessionIdea[],
): OwnScores {
  const { replica } = useWorkspace();
  const { body, reload } = useAnswer(
    `/scores?limit=200&filter=${encodeURIComponent(`scoring = "${session}"`)}`,
  );
  const items = readItems(body);
  const [given, setGiven] = useState<Sent>(new Map());
  const turns = useRef(makeTurns());
  // What is revealed is deleted, and an idea that is scored again begins from nothing.
  const asked = open.map(turnName).join(' ');
  useEffect(reload, [asked, reload]);

  const note = (name: string, answers: OwnAnswers, isSent: boolean) =>
    setGiven((before) => new Map(before).set(name, { answers, isSent }));
  return {
    isHere: items !== undefined,
    of: (idea) => {
      const local = given.get(turnName(idea));
      if (local) return local.answers;
      const kept = items?.find((item) => item['verdict'] === idea.id);
      return kept && readAnswers(fields, kept);
    },
    isUnsent: (idea) => given.get(turnName(idea))?.isSent === false,
    give: (idea, answers) => {
      const name = turnName(idea);
      note(name, answers, true);
      const sent = { verdict: idea.id, answers: answers as unknown as JsonObject };
      void turns.current
        .send(idea.id, () => tryIt(() => replica.call('POST', '/scores', { body: sent })))
        .then((isSent) => {
          if (isSent === false) note(name, answers, false);
        });
    },
  };
}

function turnName({ id, turns }: SessionIdea): string {
  return `${id}:${turns.length}`;
}

function readAnswers(fields: readonly Field[], { answers }: JsonObject): OwnAnswers {
  const given = (answers ?? {}) as JsonObject;
  const entries = fields.flatMap((field) => {
    if (given[field.id] === undefined) return [];
    const { value, note } = given[field.id] as JsonObject;
    const number = numberOf(field, value);
    const answer = {
      ...(number !== undefined && { value: field.config.options ? readText(value) : number }),
      ...(readText(note) !== '' && { note: readText(note) }),
    };
    return [[field.id, answer] as const];
  });
  return Object.fromEntries(entries);
}
