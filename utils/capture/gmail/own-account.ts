import { cleanAddress } from '@/utils/capture/clean';
import * as find from '@/utils/capture/gmail/find';

/**
 * The mailbox's address as the page says it, best first: the profile's meta tag, the title ("Subject - me@x.example -
 * Gmail"), the account button in the banner. All of them are own addresses.
 */
export function readOwnAccount(document: Document): { account: string | null; addresses: string[] } {
  const found = [fromMeta(document), fromTitle(document.title), fromButton(document)].filter(
    (each) => each !== null,
  );
  return { account: found[0] ?? null, addresses: [...new Set(found)] };
}

function fromMeta(document: Document): string | null {
  return cleanAddress(document.querySelector(find.profile)?.getAttribute('content') ?? '');
}

/** The part before the product's name: everything before it is the subject, which anybody can write. */
function fromTitle(title: string): string | null {
  const parts = title.slice(-600).split(' - ');
  return parts.length < 2 ? null : cleanAddress(parts.at(-2) ?? '');
}

/** "Google Account: Name (me@x.example)", localised. The name comes before the address and could contain anything. */
function fromButton(document: Document): string | null {
  const label = document.querySelector(find.accountButton)?.getAttribute('aria-label') ?? '';
  const words = label.slice(-600).split(/[\s()（）<>:：]+/);
  for (const word of words.reverse()) {
    const address = word.includes('@') ? cleanAddress(word) : null;
    if (address !== null) return address;
  }
  return null;
}
