/** Inputs and outputs of the operations that are more than the record's fields. */
import type { Json } from '@throughline/base';
import { z } from 'zod';
import { wordsOfIssue } from './input-words.ts';
import { Refusal } from './refusal.ts';

const id = z.string().min(1);
const fieldMap = z
  .record(z.string(), z.string().nullable())
  .describe('By key of a field of the old space alone: the key of the one that takes its value, or null');

const difference = z.object({ aspect: z.string(), before: z.json(), after: z.json() });

export const INPUTS: Readonly<Record<string, z.ZodType>> = {
  'adoption.create': z.object({
    standard: id.describe('Id of the standard'),
    space: id.describe('Key or id of the space that adopts it'),
    dry: z.boolean().optional().describe('Only answer what would be made and matched'),
  }),
  'adoption.update': z.object({
    take: z
      .array(id)
      .max(1000)
      .optional()
      .describe('Parts to have as the standard has them, whatever the space changed'),
    dry: z.boolean().optional().describe('Only answer what would change'),
  }),
  'standard.publish': z.object({
    note: z.string().max(2000).optional().describe('What changed, in words'),
  }),
  'company.merge': z.object({
    from: z.array(id).min(1).max(100).describe('The companies that become part of this one'),
  }),
  'contact.merge': z.object({
    from: z.array(id).min(1).max(100).describe('The contacts that become part of this one'),
  }),
  'feedback.merge': z.object({
    from: z.array(id).min(1).max(100).describe('The feedback that becomes part of this one'),
  }),
  'idea.merge': z.object({
    from: z.array(id).min(1).max(100).describe('The ideas that become part of this one'),
  }),
  'idea.move': z.object({
    space: id.describe('Key or id of the space to move to'),
    fields: fieldMap.optional(),
    values: z.record(z.string(), z.json()).optional().describe('What the idea has there: status, type, …'),
    dry: z.boolean().optional().describe('Only answer what would fit'),
  }),
  'idea.copy': z.object({
    space: id.optional().describe('Key or id of the space of the copy; its own when left out'),
    title: z.string().min(1).max(500).optional(),
    fields: fieldMap.optional(),
    with: z.array(z.enum(['insights', 'comments', 'attachments', 'connections'])).optional(),
    dry: z.boolean().optional().describe('Only answer what would fit'),
  }),
  'entry.publish': z
    .object({ at: z.iso.datetime({ offset: true }).optional().describe('When; at once when left out') })
    .default({}),
  'release.apply': z
    .object({ checklist: id.optional().describe('Id of a checklist; the built-in one when left out') })
    .default({}),
  'release.ship': z
    .object({ moveIdeas: z.boolean().optional().describe('Its ideas come to the status that says so') })
    .default({}),
  'survey.run': z
    .object({
      contacts: z
        .array(id)
        .max(1000)
        .optional()
        .describe('Ids of contacts; when left out, those who were asked before and are due again'),
    })
    .default({}),
  'feedback.reply': z.object({
    body: z.string().trim().min(1).max(100_000).describe('What the customer is told'),
  }),
  'space.apply': z.object({
    template: id.optional().describe('Key of a built-in template, or id of one of your own …'),
    blueprint: z.json().optional().describe('… or what it would hold'),
    start: z.boolean().optional().describe('The views a new space began with give way'),
    examples: z.boolean().optional().describe('Add the example ideas of a built-in template'),
  }),
  'invitation.create': z.object({
    role: z.enum(['viewer', 'contributor', 'editor', 'admin']),
    email: z.email().optional(),
    in: id.optional().describe('A space; the whole workspace when left out'),
    days: z.int().min(1).max(90).optional().describe('Days until the link expires; 14 when left out'),
  }),
  'token.create': z.object({
    name: z.string().min(1).max(200),
    scopes: z.array(z.string()).min(1).optional().describe('Permission names such as idea:create, or *'),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
  }),
  'scoring.reveal': z
    .object({ records: z.array(id).optional().describe('Ideas; all that are not revealed when left out') })
    .default({}),
  'scoring.repeat': z.object({ records: z.array(id).min(1).max(200).describe('Ideas to score again') }),
  'scoring.agree': z.object({
    items: z
      .array(
        z.object({
          record: id.describe('The idea'),
          values: z.record(z.string(), z.json()).describe('By key of the field'),
          knows: z
            .string()
            .nullable()
            .optional()
            .describe('When the agreement was made that you know of; null for none'),
        }),
      )
      .min(1)
      .max(200),
  }),
  'share.create': z.object({
    view: id.optional().describe('What it shows: a view …'),
    edition: id.optional().describe('… or an audience version of a roadmap'),
    columns: z.array(z.string()).min(1).optional().describe('Of a view: keys of the fields to show'),
    title: z.string().max(200).optional(),
    expiresAt: z.iso.datetime({ offset: true }).optional(),
    slug: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{1,58}[a-z0-9])$/)
      .optional()
      .describe('A public address instead of a secret one: /shared/<slug>'),
    password: z.string().min(8).max(200).optional().describe('At least 8 characters'),
    frames: z.array(z.string()).optional().describe('Origins of the pages that may embed it'),
  }),
};

type Output = (record: z.ZodObject) => z.ZodType;
const withSecret: Output = (record) =>
  record.extend({ secret: z.string().describe('Shown once'), path: z.string().optional() });

const withFit: Output = (record) =>
  record.extend({
    fit: z.array(
      z.object({
        field: z.string(),
        name: z.string(),
        value: z.json(),
        to: z.string().nullable().describe('Key of the field that took the value; null where it is lost'),
        why: z.enum(['no_field', 'left_out', 'other_form']).nullable(),
      }),
    ),
  });

const withMoved: Output = (record) =>
  record.extend({
    moved: z.int().describe('Ideas that came to a status that says they are done'),
    stayed: z.int().describe('Ideas that you may not change, or whose space has no such status'),
  });

const withPlan: Output = (record) =>
  record.extend({
    plan: z.object({
      parts: z.array(
        z.object({
          part: z.string(),
          kind: z.enum(['field', 'view', 'description']),
          name: z.string(),
          freedom: z.enum(['fixed', 'extend', 'override']),
          act: z.enum(['make', 'match', 'change', 'keep', 'missing', 'elsewhere']),
          changes: z.array(difference).describe('From what the space has to what it will have'),
          own: z.array(difference).describe('From the standard to what the space will have'),
          notes: z.array(z.record(z.string(), z.json())),
          keptBy: z.string().optional().describe('Another standard of the space that has the part'),
        }),
      ),
      dropped: z.array(z.string()).describe('No longer part of the standard: they stay as the space’s own'),
    }),
  });
const withReport: Output = (record) => {
  const named = { name: z.string() };
  const outcome = z.enum(['new', 'there']);
  const field = {
    ...named,
    entity: z.string(),
    key: z.string(),
    wanted: z.string().describe('The key the template gives it'),
    outcome: z.enum(['new', 'there', 'more', 'renamed', 'kept']),
    options: z.array(z.string()).describe('Options that it took on, or did not where it was kept'),
  };
  return record.extend({
    report: z.object({
      fields: z.array(z.object(field)),
      views: z.array(z.object({ ...named, id, outcome, dropped: z.array(z.string()) })),
      descriptions: z.array(z.object({ ...named, id, outcome })),
      examples: z.int(),
    }),
  });
};

export const OUTPUTS: Readonly<Record<string, Output>> = {
  'adoption.create': withPlan,
  'adoption.update': withPlan,
  'idea.move': withFit,
  'idea.copy': withFit,
  'release.apply': (record) => record.extend({ added: z.int().describe('Tasks') }),
  'release.ship': withMoved,
  'space.apply': withReport,
  'invitation.create': withSecret,
  'token.create': withSecret,
  'share.create': withSecret,
};

/** The input of an operation with a shape of its own; other inputs are records, judged by their fields. */
export function parseInput(operation: string, input: Json | undefined): Json | undefined {
  const schema = INPUTS[operation];
  if (!schema) return input;
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data as Json;
  const [issue] = parsed.error.issues;
  throw new Refusal('invalid_input', {
    ...(issue === undefined ? {} : wordsOfIssue(schema, input, issue)),
    details: { field: issue?.path.join('.') ?? '', code: issue?.code ?? 'invalid' },
  });
}
