/**
 * The address that calls this number (RFC 3966), null where it holds none. A number is what a CRM has: written with
 * spaces, brackets, a name or an extension, of which only what can be dialled is kept.
 */
export function telLink(phone: string | undefined): string | null {
  if (!phone) return null;
  // "+49 (0)30 123": the bracketed trunk zero is not dialled from abroad.
  const [number = ''] = phone
    .slice(0, 60)
    .replace('(0)', '')
    .split(/[a-z,;#*]/i);
  const digits = number.replace(/[^0-9]/g, '');
  if (digits.length < 3) return null;
  return `tel:${number.trim().startsWith('+') ? '+' : ''}${digits}`;
}
