/** The characters that HubSpot takes back from their escapes in an address before it signs it. */
const TAKEN_BACK: Readonly<Record<string, string>> = {
  '%3A': ':',
  '%2F': '/',
  '%3F': '?',
  '%40': '@',
  '%21': '!',
  '%24': '$',
  '%27': "'",
  '%28': '(',
  '%29': ')',
  '%2A': '*',
  '%2C': ',',
  '%3B': ';',
};

export function decodeUrl(url: string): string {
  return url.replaceAll(/%[\da-f]{2}/gi, (escaped) => TAKEN_BACK[escaped.toUpperCase()] ?? escaped);
}
