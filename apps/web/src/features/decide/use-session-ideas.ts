/** The ideas of a scoring session: those that are scored apart, and those that are revealed with what was given. */
import {
  findScale,
  measureScores,
  orderByDisagreement,
  type ScoreMeasures,
  type ScoreScale,
} from '@throughline/decide';
import type { Field } from '@throughline/model';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import { readNumber, readText } from '../../fields/read-value.ts';
import {
  parseAgreements,
  parseTurns,
  type GivenScore,
  type MadeAgreement,
  type ScoredTurn,
} from './parse-verdict.ts';
import { endsOf, numberOf } from './session-fields.ts';

export interface SessionIdea {
  /** Of its verdict. */
  readonly id: string;
  readonly record: string;
  /** Undefined where it was archived, or is not for this reader any more. */
  readonly title: string | undefined;
  readonly key: string;
  /** How many have answered and are not revealed. */
  readonly answered: number;
  readonly turns: readonly ScoredTurn[];
  readonly agreement: MadeAgreement | undefined;
}

export interface FieldScores {
  readonly field: Field;
  readonly given: readonly GivenScore[];
  readonly scale: ScoreScale;
  /** Undefined where nobody gave a score. */
  readonly measures: ScoreMeasures | undefined;
}

export interface RevealedIdea extends SessionIdea {
  readonly fields: readonly FieldScores[];
}

export interface SessionIdeas {
  /** In the session's order. */
  readonly open: readonly SessionIdea[];
  /** Where people are farthest apart first. */
  readonly revealed: readonly RevealedIdea[];
}

export function useSessionIdeas(session: string, fields: readonly Field[]): SessionIdeas {
  const { hub } = useWorkspace();
  const verdicts = useRelated('verdict', 'scoring', session);
  const version = useSyncExternalStore(
    useCallback((listener) => hub.onEntity('idea', listener), [hub]),
    () => hub.version('idea'),
  );
  return useMemo(() => {
    const placed = verdicts.toSorted((a, b) => placeOf(a) - placeOf(b));
    const isRevealed = ({ values }: ReplicaRecord) => values['revealedAt'] !== undefined;
    const ideaOf = ({ id, values }: ReplicaRecord): SessionIdea => {
      const record = readText(values['record']);
      const idea = hub.get('idea', record);
      return {
        id,
        record,
        title: idea && readText(idea['title']),
        key: readText(idea?.['key']),
        answered: readNumber(values['answered']) ?? 0,
        turns: parseTurns(values['turns']),
        agreement: parseAgreements(values['agreements']).at(-1),
      };
    };
    const open = placed.filter((verdict) => !isRevealed(verdict)).map(ideaOf);
    const revealed = addScores(placed.filter(isRevealed).map(ideaOf), fields);
    return {
      open: open.filter(({ title }) => title !== undefined),
      revealed: orderByDisagreement(revealed, (idea) => idea.fields.map(({ measures }) => measures)),
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- ideas are read from the hub: `version` tells when anew
  }, [hub, version, verdicts, fields]);
}

function placeOf({ values }: ReplicaRecord): number {
  return readNumber(values['place']) ?? 0;
}

/** A scale that a field leaves open is as long as all that was given for it in the session. */
function addScores(ideas: readonly SessionIdea[], fields: readonly Field[]): readonly RevealedIdea[] {
  const given = (idea: SessionIdea, field: Field) => idea.turns.at(-1)?.of(field.id) ?? [];
  const numbers = (idea: SessionIdea, field: Field) =>
    given(idea, field).flatMap(({ value }) => numberOf(field, value) ?? []);
  const scales = new Map(
    fields.map((field) => [
      field.id,
      findScale(
        endsOf(field),
        ideas.flatMap((idea) => numbers(idea, field)),
      ),
    ]),
  );
  return ideas.map((idea) => ({
    ...idea,
    fields: fields.map((field) => {
      const scale = scales.get(field.id) ?? { least: 0, greatest: 0 };
      return {
        field,
        given: given(idea, field),
        scale,
        measures: measureScores(numbers(idea, field), scale),
      };
    }),
  }));
}
