import { cleanAddress } from '@/utils/capture/clean';
import { field, textField } from '@/utils/capture/outlook/exchange-json';
import { mailboxInUrl } from '@/utils/capture/outlook/own-account';
import type { WireMessage } from '@/utils/capture/outlook/wire-message';
import type { Page } from '@/utils/capture/page-adapter';

/** Whose mailbox is which: an item's id has its mailbox's GUID, and drafts say who writes in it. */
export interface MailboxOwners {
  learn(item: unknown, message: WireMessage): void;
  /** The answer with which the page begins names the account. */
  learnStart(value: unknown): string | null;
  /** The address of the mailbox in which this message lies; null where nobody said so. */
  accountOf(message: Pick<WireMessage, 'mailbox'>, page: Page): string | null;
}

export function openMailboxOwners(): MailboxOwners {
  const owners = new Map<string, string>();
  let start: string | null = null;
  return {
    learn(item, message) {
      if (message.mailbox === null || owners.size > 50) return;
      const said = cleanAddress(textField(item, 'mailboxInfo', 'mailboxSmtpAddress'));
      // A draft by a delegate may lie in either mailbox.
      const writer =
        message.draft && message.sender === null && message.malformed === '' ? message.from.address : null;
      const owner = said ?? (writer?.includes('@') ? writer : null);
      if (owner !== null && (said !== null || !owners.has(message.mailbox)))
        owners.set(message.mailbox, owner);
    },
    learnStart(value) {
      for (const root of [
        value,
        field(value, 'owaUserConfig'),
        field(value, 'Body'),
        field(value, 'Body', 'owaUserConfig'),
      ]) {
        start ??= cleanAddress(textField(root, 'SessionSettings', 'UserEmailAddress'));
      }
      return start;
    },
    accountOf({ mailbox }, page) {
      const owner = mailbox === null ? undefined : owners.get(mailbox);
      if (owner !== undefined) return owner;
      const inUrl = mailboxInUrl(page.location.href);
      if (inUrl !== null) return inUrl;
      const account = page.account ?? start;
      // The account's own mailbox is known, and it is another one: nobody said whose this is.
      const elsewhere = mailbox !== null && account !== null && [...owners.values()].includes(account);
      return elsewhere ? null : account;
    },
  };
}
