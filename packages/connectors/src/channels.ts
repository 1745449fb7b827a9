import type { ConnectorKey } from '@throughline/model';
import type { Channel } from './channel.ts';
import { hubspot } from './hubspot/channel.ts';
import { intercom } from './intercom/channel.ts';
import { salesforce } from './salesforce/channel.ts';
import { slack } from './slack/channel.ts';
import { teams } from './teams/channel.ts';
import { zendesk } from './zendesk/channel.ts';

/** Every program of others that feedback comes from. */
export const CHANNELS_OF: Readonly<Record<ConnectorKey, Channel>> = {
  slack,
  teams,
  intercom,
  zendesk,
  hubspot,
  salesforce,
};

export function findChannel(key: string): Channel | undefined {
  return Object.values(CHANNELS_OF).find((channel) => channel.key === key);
}
