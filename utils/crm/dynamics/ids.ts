/** Names what Sidelog's ids are made from; any fixed UUID does. */
const NAMESPACE = '6f1c1d0e-7d0b-5a53-9a4b-2f6e1c7f9d31';

/** A UUIDv5 (RFC 9562): the same name gives the same id on every device, so that Dataverse itself refuses a second one. */
export async function guidOf(name: string): Promise<string> {
  const space = Uint8Array.from(NAMESPACE.replaceAll('-', '').match(/../g) ?? [], (hex) =>
    Number.parseInt(hex, 16),
  );
  const words = new TextEncoder().encode(name);
  const bytes = new Uint8Array(space.length + words.length);
  bytes.set(space);
  bytes.set(words, space.length);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes)).slice(0, 16);
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** A string literal of OData, for `$filter`. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A condition of OData: this column has one of these values. */
export function oneOf(property: string, values: string[]): string {
  return `Microsoft.Dynamics.CRM.In(PropertyName=${quote(property)},PropertyValues=[${values.map(quote).join(',')}])`;
}
