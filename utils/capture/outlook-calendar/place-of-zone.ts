import { ianaOfWindows } from '@/utils/understand/windows-zones';

/**
 * The IANA name of a zone as Exchange writes it: `W. Europe Standard Time`, `tzone://Microsoft/Utc`, or an IANA name
 * already. Null where it is neither.
 */
export function placeOfZone(id: string): string | null {
  const name = id.trim();
  if (name === '' || name.length > 100) return null;
  if (/^tzone:\/\/microsoft\/utc$/i.test(name)) return 'Etc/UTC';
  return ianaOfWindows(name) ?? (/^[A-Za-z]+\/[\w+/-]+$/.test(name) ? name : null);
}
