import { cleanAddress } from '@/utils/capture/clean';
import * as find from '@/utils/capture/google-calendar/find';
import { isZone } from '@/utils/understand/wall-time';

/** The calendar's owner as the page says it, in an element that nobody sees. */
export function readOwnAccount(document: Document): { account: string | null; addresses: string[] } {
  const account = cleanAddress(hidden(document, find.ownAddress));
  return { account, addresses: account === null ? [] : [account] };
}

/** The zone that the page shows times in, or an empty string. */
export function readZone(document: Document): string {
  const zone = hidden(document, find.zone);
  return isZone(zone) ? zone : '';
}

/** The element's text, or its value where it is a field. */
function hidden(document: Document, selector: string): string {
  const element = document.querySelector(selector);
  return (element?.getAttribute('value') ?? element?.textContent ?? '').slice(0, 500).trim();
}
