/** A mail file as a server reads it: headers unfolded and decoded (RFC 5322, 2047), a base64 body. */
export function readEml(eml: string): {
  names: string[];
  header(name: string): string;
  addresses(name: string): string[];
  body: string;
} {
  const end = eml.indexOf('\r\n\r\n');
  const headers = new Map<string, string>();
  for (const line of eml
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const at = line.indexOf(':');
    headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  const raw = (name: string) => headers.get(name) ?? '';
  return {
    names: [...headers.keys()],
    header: (name) => decodeWords(raw(name)),
    addresses: (name) =>
      [...raw(name).matchAll(/[^\s<>,]+@[^\s<>,]+/g)].map(([address]) => address.toLowerCase()),
    body: fromBase64(eml.slice(end + 4).replaceAll('\r\n', '')),
  };
}

function decodeWords(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?B\?([^?]*)\?=/g, (_, word: string) => fromBase64(word));
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0)));
}
