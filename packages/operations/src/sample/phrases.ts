/** How messages begin and end, by channel, and what colleagues say to each other. */
export const OPENERS: Readonly<Record<string, readonly string[]>> = {
  email: ['Hello,\n\n', 'Hi team,\n\n', 'Dear support,\n\n', 'Good morning,\n\n'],
  support: ['', 'Customer writes: ', 'From the chat: ', 'Ticket, second time this month: '],
  sales: [
    'Call with {company}: ',
    'Renewal talk, {contact}: ',
    'Lost deal review. They said: ',
    'Demo with {company}. ',
  ],
  interview: ['“', '{contact} in the interview: “', 'On site in the kitchen: “'],
  portal: ['', '', 'Suggestion: '],
  review: ['', '', 'Three stars. ', 'Love it, but: ', 'Two stars because of this: '],
  chat: ['', '{contact} in the channel: '],
  survey: ['', 'NPS 6. ', 'NPS 9. ', 'NPS 3. '],
};

export const CLOSERS: readonly string[] = [
  '',
  '',
  '',
  ' Is that planned?',
  ' We have been asking for this since last year.',
  ' It costs me an hour every week.',
  ' Otherwise we are very happy.',
  ' Happy to talk about it.',
  ' Our contract is up in spring, so this matters.',
  ' Others can do that.',
  ' It is the one thing my team complains about.',
  ' A small thing, but it would help.',
  ' Please tell me if there is a way already.',
];

export const COMMENTS: readonly string[] = [
  'Three customers asked for this in one week, see the insights.',
  'I talked to Meridian about it: they would test it.',
  'Effort is higher than it looks, the rules engine has to know about it.',
  'Could we start with the managers only?',
  'This overlaps with the other one, shall we merge?',
  'Legal has looked at it, fine for Germany and Austria, open for Italy.',
  'Design has a first sketch, linked in the description.',
  'Sales would put this on the first slide.',
  'I would not do this before the season.',
  'Data: 38 % of all support tickets in June were about it.',
  'We promised it to a customer, let us be careful with the date.',
  'Nice, but who asked for it apart from one?',
  'Moved to later, the payroll work has to come first.',
  'Back to next: two renewals depend on it.',
  'Shipped to ten pilot customers, feedback so far is good.',
  'I checked with support: the workaround is fine for most.',
  'Can we measure this before we build it?',
  'The prototype tested well with shift leads, less so with owners.',
];
