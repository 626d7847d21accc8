import { ianaOfWindows } from '@/utils/understand/windows-zones';

/*
 * Values that a site's own programme writes and that are the same in every mailbox: enumerations, types, zones, the
 * system's labels. An adapter may read them, so that a recording without them would say something else. Kept only where
 * they are the whole of a value, and those with a field's name only in that field.
 */

const fields: Readonly<Record<string, RegExp>> = {
  __type: /^[A-Za-z]{2,80}:#Exchange$/,
  ResponseClass: /^(?:Success|Warning|Error)$/,
  ResponseCode: /^(?:NoError|Error[A-Za-z]{2,60})$/,
  RoutingType: /^(?:SMTP|EX|MAPIPDL)$/,
  MailboxType: /^(?:Mailbox|OneOff|PublicDL|PrivateDL|Contact|PublicFolder|GroupMailbox|Unknown)$/,
  Sensitivity: /^(?:Normal|Personal|Private|Confidential)$/,
  Importance: /^(?:Low|Normal|High)$/,
  BodyType: /^(?:HTML|Text)$/,
  CalendarItemType: /^(?:Single|Occurrence|Exception|RecurringMaster)$/,
  ResponseType: /^(?:Organizer|Accept|Tentative|Decline|NoResponseReceived|Unknown)$/,
  MyResponseType: /^(?:Organizer|Accept|Tentative|Decline|NoResponseReceived|Unknown)$/,
  FreeBusyType: /^(?:Free|Tentative|Busy|OOF|WorkingElsewhere|NoData)$/,
  MessageDisposition: /^(?:SaveOnly|SendOnly|SendAndSaveCopy)$/,
  ComposeOperation: /^(?:newMail|reply|replyAll|forward)$/,
  OnlineMeetingProvider: /^(?:TeamsForBusiness|SkypeForBusiness|SkypeForConsumer|Unknown)$/,
  ItemClass: /^IPM\.[A-Za-z.]{2,60}$/,
};

const zones = new Set<string>([...Intl.supportedValuesOf('timeZone'), 'UTC']);

/** Gmail's own: `^smartlabel_personal`. A person's labels have other forms. */
const label = /^\^(?:smartlabel|sq_ig_i)_(?:personal|promo|social|group|notification)$/;

/** Whether this value may stay as it is. `field`: the name under which it stands; empty in a list. */
export function isWireWord(value: string, field: string): boolean {
  return (
    zones.has(value) ||
    ianaOfWindows(value) !== null ||
    label.test(value) ||
    (fields[field]?.test(value) ?? false)
  );
}

/** Places that all mailboxes and calendars have, as their addresses name them: `/mail/inbox/`, `/r/week`. */
export const placesInAddress: ReadonlySet<string> = new Set(
  'inbox sent sentitems drafts archive junkemail deleteditems all starred snoozed day week workweek month agenda year view event eventedit item compose deeplink read calendar mail'.split(
    ' ',
  ),
);
