/**
 * `THROUGHLINE_CONNECTOR_ORIGINS`: `slack=http://127.0.0.1:4000,zendesk=…`. For simulators and gateways of one's own;
 * whoever sets it vouches for them.
 */
export function readOrigins(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const given = (environment['THROUGHLINE_CONNECTOR_ORIGINS'] ?? '').split(',').map((pair) => pair.trim());
  return Object.fromEntries(
    given
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', origin = ''] = pair.split('=');
        if (!URL.canParse(origin))
          throw new Error(`THROUGHLINE_CONNECTOR_ORIGINS: “${pair}” is no connector and address.`);
        return [name, new URL(origin).origin];
      }),
  );
}
