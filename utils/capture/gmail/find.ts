/*
 * Every selector of Gmail's page, with the date it was last seen. Stable attributes before classes, never visible
 * text. Gmail changes some of these every three to six months: an older form stays below the newer one.
 */

/** One view; earlier ones stay in the document without a box. 2026-10 */
export const main = '[role="main"]';
/** The open thread's subject. 2026-07 */
export const subject = 'h2.hP';
export const subjectClass = 'hP';
/** An emoji in a subject is an image. 2026-07 */
export const emoji = 'img[data-emoji]';
/** One message. 2026-10 */
export const message = '.adn';
export const messageClass = 'adn';
/** Collapsed messages and hidden groups of them. 2026-10 */
export const collapsed = '.kv, .kQ, .kx';
export const collapsedClasses = ['kv', 'kQ', 'kx'] as const;
/** The body of a message, with (2026-10) or without the frame `.ii.gt` around it. */
export const body = '.a3s';
export const bodyClass = 'a3s';
/** Quoted history in a body. 2026-10 */
export const quote = '.gmail_quote';
/** The sender. 2026-10; the second InboxSDK 2026-07 */
export const sender = 'span.gD[email], td.gF span[email]';
/** The line of recipients, and each of them. 2026-10 */
export const recipientLine = '.hb';
export const recipient = 'span[email]';
/** Elements whose `jslog` carries the ids of thread (1:) and message (4:), base64. 2026-10 */
export const logged = '[jslog*="; 4:"], [jslog*="; 1:"]';
/** A reply that is being written inside a message's frame. 2026-07 */
export const compose = 'input[name="composeid"], [g_editable="true"]';
/** Attachments of a message: the first is 2026-03, the second 2015 (saved to Drive: no download_url). */
export const attachment = '.aQH .aZo, .aZo';
export const attachmentName = '.aV3';
export const attachmentUrl = 'download_url';
/** "Undo" in the toast after sending, and "View message" beside it. 2026-08 */
export const undo = '#link_undo';

export const threadPermId = 'data-thread-perm-id';
export const threadLegacyId = 'data-legacy-thread-id';
export const messageId = 'data-message-id';
export const messageLegacyId = 'data-legacy-message-id';

/** The mailbox's owner. 2026-06 */
export const profile = 'meta[name="og-profile-acct"]';
/** The account button in the banner; its text is localised, the address is not. 2026-06 */
export const accountButton =
  'a[href*="accounts.google.com"][aria-label*="@"], header a[aria-label*="@"], [role="banner"] a[aria-label*="@"]';
