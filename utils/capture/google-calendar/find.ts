/*
 * Every selector of Google Calendar's page, with the date it was last seen. Ids before attributes, never visible text.
 */

/** The event bubble; it stays in the document without a box when it is closed. 2026-10 */
export const bubble = '#xDetDlg';
/** The dialog around it: other dialogs stay in the document too. 2026-10 */
export const bubbleDialog = '[role="dialog"][aria-labelledby="rAECCd"]';
/** base64 of "<event id> <calendar>", without padding; has been seen with a prefix `ttb_`. 2026-10 */
export const eventId = 'data-eventid';
/** The row that says that an event is private. 2026-06 */
export const privateRow = '#xDetDlgPrv';
/** What people wrote, and guests: never shown in a report. */
export const words = '#xDetDlgDesc, #xDetDlgAtt, #xDetDlgLoc, #rAECCd';

/** The own address, hidden in the page. 2026-07 */
export const ownAddress = '#xUserEmail';
/** The zone that the page shows times in, `Europe/Berlin`. 2026-07 */
export const zone = '#xTimezone';

/** What the page shows first, as JSON. 2025-09 */
export const firstPaint = 'script#initialdata';
