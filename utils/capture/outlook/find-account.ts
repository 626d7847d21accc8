/*
 * Where Outlook's page (mail and calendar) says whose it is, with the date it was last seen described.
 */

/** The account button; its text is localised, the address is not. 2026-10 */
export const accountButton = '#O365_MainLink_Me[aria-label], button[id^="mectrl"][aria-label*="@"]';
/** The account in the opened flyout. 2026-10 */
export const flyout = '#mectrl_currentAccount_secondary';
/** Roots of the folder tree: one for each mailbox. 2026-10 */
export const treeRoot = '[role="tree"] [role="treeitem"][title*="@"]';
