/*
 * Every selector of Outlook's calendar page, with the date it was last described. None was confirmed on a live account:
 * they come from what others published (2026). Data attributes first, never visible text.
 */

/** An event on the surface, by the id that the wire calls ItemId. 2026-10 */
export const tile = '[data-calitemid]';
export const tileId = 'data-calitemid';
/** What a tile says of itself: title "Subject\n[Place\n]15:30 to 17:00", and the label. 2026-10 */
export const tileButton = '[role="button"][aria-label]';
/** The lock on the tile of a private event: the name that these icons have in Microsoft's set. Supposed, 2026-11. */
export const lock = '[data-icon-name^="Lock"]';
/** The small view beside a tile that was clicked: subject, time, organiser, no addresses. 2026-10 */
export const peek = '[data-app-section="CalendarItemPeek"]';
/** The event whole, in its place or in a window of its own. 2026-10 */
export const form = '[data-app-section="Form_Content"]';
/** The event whole in a dialog. 2026-10 */
export const dialog = '.ms-Dialog-main [data-app-section="ReadingPane"]';
export const surface = `${form}, ${dialog}, ${peek}`;
/** Somebody whom an opened event names. 2026-10 */
export const person = '[data-lpc-hover-target-id], .lpc-hoverTarget';
/** What makes a form one that is being written. */
export const editable = 'input:not([type="hidden"]), textarea, [contenteditable="true"]';
export const heading = '[role="heading"]';
/** A day of the month's view, `monthDayCell_<local time with offset>_<Windows' zone>_<calendar>`. 2026-10 */
export const monthCell = '[id^="monthDayCell_"]';
/** What people wrote: descriptions of events. Nothing of it goes into a report. */
export const written = '[role="document"], [contenteditable="true"]';
