import { Refusal } from '@throughline/contract';

/** `https://www.example.com`, `http://localhost:3000`, `https://*.example.com`: nothing that a header could not hold. */
const ORIGIN =
  /^https?:\/\/(?:\*\.)?[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*(?::\d{1,5})?$/;
const MOST = 20;

/** Sites that may do something, each an origin; `field` is where they were given. */
export function parseOrigins(given: readonly string[], field: string): readonly string[] {
  const origins = [...new Set(given.map((text) => text.trim().toLowerCase().replace(/\/$/, '')))];
  const strange = origins.find((origin) => !ORIGIN.test(origin));
  if (strange === undefined && origins.length <= MOST) return origins;
  throw new Refusal('invalid_value', {
    message:
      strange === undefined
        ? `There may be ${MOST} origins at most, not ${origins.length}.`
        : `“${strange.slice(0, 60)}” is not the origin of a page.`,
    fix: 'Write the beginning of the address, as in https://www.example.com.',
    details: { field, code: 'not_an_origin' },
  });
}
