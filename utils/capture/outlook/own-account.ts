import { cleanAddress } from '@/utils/capture/clean';
import * as find from '@/utils/capture/outlook/find-account';

/** The mailbox's owner as the page says it. `name` tells a mail of one's own apart where the page shows no address. */
export interface OwnAccount {
  account: string | null;
  addresses: string[];
  name: string | null;
}

/**
 * The mailbox's address, best first: another mailbox in the URL (`/mail/shared@firma.example/inbox`), the account button
 * ("Account manager for Ada Rep ada@firma.example", localised), the opened account flyout, and on the personal host the
 * only address among the roots of the folder tree. A pop-out shows none: then it is unknown, never guessed.
 */
export function readOwnAccount(document: Document, href: string): OwnAccount {
  const button = fromLabel(document);
  const flyout = address(document.querySelector(find.flyout)?.textContent ?? '');
  const inTree = button === null && flyout === null ? fromTree(document) : null;
  const owner = button ?? flyout ?? inTree;
  const found = [mailboxInUrl(href), owner].filter((each) => each !== null);
  return { account: found[0] ?? null, addresses: owner === null ? [] : [owner], name: nameInLabel(document) };
}

/** `/mail/ada@firma.example/inbox/id/…`, `/calendar/ada@firma.example/view/week`; null for the owner's own. */
export function mailboxInUrl(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const part = new URL(href).pathname.split('/')[2] ?? '';
  return part.includes('@') || part.includes('%40') ? address(decoded(part)) : null;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

/** The last word that is an address: the name before it could contain anything. */
function address(text: string): string | null {
  for (const word of words(text).reverse()) {
    const one = word.includes('@') ? cleanAddress(word) : null;
    if (one !== null) return one;
  }
  return null;
}

function words(text: string): string[] {
  return text.slice(-600).split(/[\s()（）<>:：;,]+/);
}

function label(document: Document): string {
  return document.querySelector(find.accountButton)?.getAttribute('aria-label') ?? '';
}

function fromLabel(document: Document): string | null {
  return address(label(document));
}

/** What stands before the address; its first words are the product's ("Account manager for …"). */
function nameInLabel(document: Document): string | null {
  const text = label(document).slice(0, 600);
  const at = text.indexOf('@');
  const before = at === -1 ? text : text.slice(0, text.lastIndexOf(' ', at) + 1);
  return before.trim() || null;
}

/** Two mailboxes in one tree: nobody can say whose page this is. */
function fromTree(document: Document): string | null {
  const found = new Set<string>();
  for (const item of [...document.querySelectorAll(find.treeRoot)].slice(0, 50)) {
    const one = cleanAddress(item.getAttribute('title') ?? '');
    if (one !== null) found.add(one);
  }
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}
