/** What the product offers for a piece of feedback, and what people make of it. */
import type { Write } from '@throughline/client';
import { readItems, useAnswer } from '../../answers/use-answer.ts';
import { useRelated, useWorkspace } from '../../data/data-context.ts';
import type { ReplicaRecord } from '../../data/record-hub.ts';
import type { WorkspaceData } from '../../data/workspace-data.ts';
import { readNumber, readText, readTexts } from '../../fields/read-value.ts';

export interface Offer {
  readonly kind: 'idea' | 'team';
  readonly feedback: string;
  /** The idea's or the team's id. */
  readonly offered: string;
  /** From 0 to 1. */
  readonly confidence: number;
  /** What decided, the most telling first. */
  readonly words: readonly string[];
  /** The linked feedback that it is like. */
  readonly like: string | undefined;
}

export type Outcome = 'accepted' | 'refused' | 'passed';

/** What is still to be decided; nothing where the person may not, or the feedback is handled. */
export function useOffers({ id, values }: ReplicaRecord): readonly Offer[] {
  const { rights, hub } = useWorkspace();
  const { state, team } = values;
  const mayDecide = rights.may('create', 'suggestion', { space: values['space'] ?? null });
  const isOpen = mayDecide && (state === 'new' || state === 'open');
  const { body } = useAnswer(isOpen ? `/feedback/${id}/suggestions` : undefined, nobody);
  const verdicts = useRelated('suggestion', 'feedback', id);
  const insights = useRelated('insight', 'feedback', id);
  const isTaken = {
    idea: insights.length > 0,
    team: readText(team) !== '' || !rights.may('update', 'feedback', values),
  };
  const mayTake = ({ kind, offered }: Offer): boolean =>
    kind === 'team' || rights.may('create', 'insight', hub.get('idea', offered) ?? {});
  return (readItems(body) ?? [])
    .map((item) => readOffer(id, item))
    .filter(
      (offer) =>
        !isTaken[offer.kind] &&
        mayTake(offer) &&
        !verdicts.some(
          (each) => each.values['offered'] === offer.offered && each.values['outcome'] !== 'passed',
        ),
    );
}

/** An offer is a help: without it feedback can be handled all the same. */
function nobody(): void {}

function readOffer(feedback: string, item: Readonly<Record<string, unknown>>): Offer {
  return {
    feedback,
    kind: item['kind'] === 'team' ? 'team' : 'idea',
    offered: readText(item['offered']),
    confidence: readNumber(item['confidence']) ?? 0,
    words: readTexts(item['words']),
    like: readText(item['like']) || undefined,
  };
}

/** Keeps what became of an offer. */
export function verdictOn({ replica, hub }: WorkspaceData, offer: Offer, outcome: Outcome): Write {
  const { kind, feedback, offered, confidence, words } = offer;
  return {
    entity: 'suggestion',
    verb: 'create',
    id: replica.newId('suggestion'),
    values: {
      kind,
      feedback,
      offered,
      outcome,
      confidence,
      words: words.join(', ').slice(0, 300),
      space: hub.get('feedback', feedback)?.['space'] ?? null,
      createdBy: replica.session().person.id,
    },
  };
}

/** What handling feedback says of the ideas that were offered: the one it was linked to was right, or the first was not. */
export function verdictsOn(data: WorkspaceData, offers: readonly Offer[], idea?: string): readonly Write[] {
  const ideas = offers.filter(({ kind }) => kind === 'idea');
  const taken = ideas.find(({ offered }) => offered === idea);
  if (taken !== undefined) return [verdictOn(data, taken, 'accepted')];
  const [first] = ideas;
  return first === undefined ? [] : [verdictOn(data, first, 'passed')];
}
