/*
 * Every selector of Outlook's mail page, with the date it was last described. None of them was seen on a live mailbox by
 * us. Ids and test ids before roles, before labels, before class names: classes are hashed anew with every build.
 */

/** The open conversation, or the open single message (also a pop-out). Being there is being open. 2026-07 */
export const containers = ['ConversationReadingPaneContainer', 'ItemReadingPaneContainer'] as const;
/** What holds either of them. 2026-07 */
export const pane = '#ReadingPaneContainerId';
/** The subject above the messages; the second and third are older builds. 2026-10 */
export const subject = [
  '[id^="CONV_"][id$="_SUBJECT"]:not(input)',
  '[id$="_SUBJECT"]:not(input)',
  '[role="heading"][title]',
  '[role="heading"] span[title]',
] as const;
/** A message's body. What is typed into is none. 2026-10 */
export const body =
  '[id^="UniqueMessageBody"]:not([contenteditable="true"]), [role="document"]:not([contenteditable="true"])';
/** When a message was sent or received; `[Draft]` stands there as well. 2026-10 */
export const date = '[data-testid="SentReceivedSavedTime"], [id$="_DATETIME"]';
/** A message of which only the first line is shown. 2026-10 */
export const collapsed = '[aria-expanded="false"]';
/** Sender and recipients by id. 2026-10 */
export const from = '[id$="_FROM"]';
export const to = '[id$="_TO"]';
export const cc = '[id$="_CC"]';
/** Anything with a label: senders and recipients are told by it, in the reader's language. 2026-07 */
export const labelled = '[aria-label]';
/** One person in a header. The last are class names, older than the rest. 2026-07 */
export const person = '[data-lpc-hover-target-id], .lpc-hoverTarget, .OZZZK';
/** Quoted history within a body. 2026-10 */
export const quote =
  '#divRplyFwdMsg, #x_divRplyFwdMsg, #appendonsend, #x_appendonsend, [class*="mail-editor-reference-message-container"], .gmail_quote';
/** Attachments of a message. 2026-07 */
export const attachment =
  '[data-app-section="AttachmentWell"] [role="option"], [data-app-section="AttachmentWell"] button';
/** The conversation of a row or a pane, in Exchange's alphabet, and the selected row of the list. 2026-08 */
export const conversationId = 'data-convid';
export const selectedRow = '[role="option"][data-convid][aria-selected="true"]';
