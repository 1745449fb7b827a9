import { decodeEntities } from '../plain-text.ts';

/** Slack's mrkdwn as text: links as their words, mentions by name, the three escaped characters as themselves. */
export function plainText(text: string): string {
  return decodeEntities(
    text
      .replaceAll(/<[@#!][^<>|]*\|([^<>]*)>/g, '$1')
      .replaceAll(/<[@!#][^<>]*>/g, '')
      .replaceAll(/<([^<>|]*)\|([^<>]*)>/g, '$2 ($1)')
      .replaceAll(/<([^<>]*)>/g, '$1'),
  ).trim();
}
