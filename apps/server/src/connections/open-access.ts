/** From a connection as it is kept to what its connector works with. */
import { findChannel, OutsideFault, type Access, type Channel, type Texts } from '@throughline/connectors';
import type { FoundConnection } from '@throughline/operations';
import { askOutside } from './ask-outside.ts';
import type { ChannelSecrets } from './channel-secrets.ts';

export type ConnectionServices = {
  readonly channelSecrets: ChannelSecrets;
  /** Origins by connector that stand in for the vendors'; for tests and for gateways of one's own. */
  readonly origins: Texts;
};

export type OpenedConnection = { readonly channel: Channel; readonly access: Access };

export function openConnection(
  { channelSecrets, origins }: ConnectionServices,
  { workspace, connection, connector, sealed }: FoundConnection,
): OpenedConnection | undefined {
  const channel = findChannel(connector);
  if (channel === undefined) return undefined;
  const settings = settingsOf(channel, connection.values['settings']);
  const secrets: Record<string, string> = {};
  for (const { name } of channel.secrets) {
    const place = { workspace, channel: connection.id, name };
    const text = sealed[name] === undefined ? null : channelSecrets.open(place, sealed[name]);
    if (text !== null) secrets[name] = text;
  }
  const stand = origins[connector];
  const origin = stand ?? channel.origin(settings);
  return {
    channel,
    access: {
      settings,
      secrets,
      ask: async (question) => {
        if (origin === null)
          throw new OutsideFault('The settings do not say where to ask yet.', { lasts: true });
        return askOutside({ origin, isTrusted: stand !== undefined }, question);
      },
    },
  };
}

/** Only what the connector declares, in the form it declares. */
function settingsOf(channel: Channel, given: unknown): Texts {
  const texts = (given ?? {}) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    channel.settings.flatMap(({ name, pattern }) => {
      const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
      const isFitting = typeof text === 'string' && text !== '' && (pattern?.test(text) ?? true);
      return isFitting ? [[name, text] as const] : [];
    }),
  );
}
