/** Ways of writing that tell what a customer wants, and how much: each rule says what it stands for. */

export type Wording = { readonly pattern: RegExp; readonly weight: number };

/** What does not work as it should. */
export const DEFECT_WORDINGS: readonly Wording[] = [
  { pattern: /\b(?:crash(?:es|ed|ing)?|freez(?:e|es|ing)|froze|hangs?|stuck)\b/gi, weight: 2 },
  { pattern: /\b(?:bugs?|buggy|glitch(?:es|y)?|broken|errors?|fail(?:s|ed|ing|ure)?)\b/gi, weight: 1.5 },
  {
    pattern:
      /\b(?:does|do|did|is|are|was|will|would)(?: not|n['’]?t) (?:even )?(?:work|load|open|save|start|sync|send|show|respond)\w*/gi,
    weight: 2,
  },
  {
    pattern: /\b(?:not working|stopped working|no longer works?|won['’]?t|can(?:not|['’]?t))\b/gi,
    weight: 1,
  },
  { pattern: /\b(?:fix|lost (?:my|all|our)|since the (?:last |latest )?update)\b/gi, weight: 1 },
];

/** What is missed. */
export const REQUEST_WORDINGS: readonly Wording[] = [
  {
    pattern: /\b(?:please|pls|plz) (?:add|make|allow|let|support|bring|give|include|provide)\b/gi,
    weight: 2,
  },
  {
    pattern: /\b(?:i|we)(?: really)? (?:wish|would (?:like|love)|['’]d (?:like|love)|want|need)\b/gi,
    weight: 1.5,
  },
  {
    pattern:
      /\b(?:would|it['’]d) be (?:\w+ )?(?:nice|great|good|cool|helpful|useful|awesome|better|perfect)\b/gi,
    weight: 2,
  },
  {
    pattern:
      /\b(?:feature request|suggestion|could you|can you|is there (?:a|any) way|option to|ability to)\b/gi,
    weight: 1.5,
  },
  {
    pattern: /\b(?:should (?:be|have|add|let|allow)|needs? (?:a|an|more|to have)|missing|lacks?)\b/gi,
    weight: 1,
  },
];

/** The first that is found counts: the strongest are asked first. */
export const NEED_WORDINGS = [
  {
    need: 'critical',
    pattern:
      /\b(?:critical|urgent(?:ly)?|asap|emergency|blocks? us|blocking|blocker|showstopper|show[- ]stopper|deal[- ]?breaker|data loss|lost (?:all|my|our) \w+|cannot (?:work|use)|can['’]?t (?:work|use)|(?:will|have to|going to) (?:cancel|leave|switch)|unusable|production is down)\b/i,
  },
  {
    need: 'important',
    pattern:
      /\b(?:important|must(?:[- ]have)?|essential|badly|really need|need(?:s|ed)? (?:to|this|it|a|an)|every (?:day|week|time)|daily|crash(?:es|ed|ing)?|broken|crucial|required|our (?:whole )?team)\b/i,
  },
  {
    need: 'useful',
    pattern:
      /\b(?:should|please|would like|would love|i(?:['’]d)? (?:like|love|want|wish)|helpful|useful|want|annoying|missing)\b/i,
  },
  {
    need: 'nice',
    pattern:
      /\b(?:nice to have|would be (?:nice|cool|fun|neat)|maybe|some ?day|just an idea|minor|small thing|not urgent|no rush|low priority)\b/i,
  },
] as const;

/** Where these stand, what sounds strong is not meant so. */
export const CALMING =
  /\b(?:nice to have|not (?:urgent|critical|important|a blocker|essential)|no rush|low priority|minor|small thing)\b/i;
