/** Descriptions to fill in: a few questions each, in the words of whoever answers. */
import { makeDescription } from './template-parts.ts';

export const PROBLEM = makeDescription('Problem', {
  emoji: '🔥',
  body: `## What happens

_What do people try to do, and where does it go wrong?_

## Who it happens to

_Which customers or colleagues, and how often?_

## How we know

_Feedback, figures, what somebody saw._

## What it costs to leave it

_For them, and for us._
`,
});

export const SOLUTION = makeDescription('Solution brief', {
  emoji: '💡',
  body: `## The problem it solves

_In one sentence, with a link to the evidence._

## What we would build

_The smallest thing that would help._

## How we will know that it worked

_Which figure moves, from what to what, by when?_

## What we leave out

_And why._

## Open questions

- [ ] _What must be known before we begin?_
`,
});

export const REQUIREMENTS = makeDescription('Requirements', {
  emoji: '📐',
  body: `## Goal

_What will people be able to do that they cannot today?_

## Measures of success

| Measure | Today | Target |
| --- | --- | --- |
|  |  |  |

## Assumptions

_What must hold for this to be worth it?_

## Requirements

| # | Somebody wants | So that | Importance |
| --- | --- | --- | --- |
| 1 |  |  | Must |

## Out of scope

_What people will ask about, and we will not do now._

## Open questions

- [ ] _Who answers it, by when?_
`,
});

export const EXPERIMENT = makeDescription('Experiment', {
  emoji: '🧪',
  body: `## We believe that

_…doing this for these people leads to that._

## We will test it by

_The cheapest way to find out._

## We are right if

_The figure, and the day we look at it._

## What we learned

_To be filled in afterwards, whatever came out._
`,
});

export const CUSTOMER_REQUEST = makeDescription('Customer request', {
  emoji: '💬',
  body: `## What they asked for

> _In their own words._

## What they want to get done

_The job behind the request._

## What they do today

_The way round it, and what it costs them._

## Who else asked

_Companies, and how much depends on it._
`,
});

export const BUG = makeDescription('Bug report', {
  emoji: '🐞',
  body: `## What happened

_And what should have happened?_

## Steps to see it

1. _…_

## Where

_Version, browser or device, account._

## Who is affected

_How many, and is there a way round it?_
`,
});

export const SERVICE_REQUEST = makeDescription('Service request', {
  emoji: '🛎️',
  body: `## What is needed

_By whom, for what, by when?_

## What it is for

_What can people do then that they cannot do now?_

## What it touches

_Systems, data, contracts, people to ask._

## If we do nothing

_What happens?_
`,
});

export const PARTNER_REQUEST = makeDescription('Deal or partner request', {
  emoji: '🤝',
  body: `## Who asks

_Company, contact, and where the deal stands._

## What they need

_The job to be done, not the feature by name._

## What depends on it

_Amount, date, and what they do without it._

## What we promised

_Nothing, or exactly this._
`,
});

export const KEY_RESULT = makeDescription('Key result', {
  emoji: '🎯',
  body: `## Measure

_What is counted, and where is it read?_

## From, to, by

_The value today, the target, the date._

## Why it tells that we got there

_And what would make it a bad measure._
`,
});
