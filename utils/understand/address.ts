/*
 * Mail addresses as strings. Also bundled into the mail page (through the gate's first step): no libraries here.
 */

/** Trimmed and lower-cased; the form in which addresses are compared. */
export function normalAddress(address: string): string {
  return address.trim().toLowerCase();
}

/** What stands after the last `@`, lower-cased, without a final dot; empty where there is none (`"a@b"@c.d` gives `c.d`). */
export function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '';
  const domain = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  return domain.endsWith('.') ? domain.slice(0, -1) : domain;
}

/** `anna+offers@x.example` gives `anna@x.example`; everything else is given back as it is, normalised. */
export function withoutTag(address: string): string {
  const normal = normalAddress(address);
  const at = normal.lastIndexOf('@');
  const plus = normal.indexOf('+');
  return plus > 0 && plus < at ? normal.slice(0, plus) + normal.slice(at) : normal;
}
