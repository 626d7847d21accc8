const MAX = 4000;
/** What Exchange calls its fields: letters, a capital first. Anything else could be somebody's word. */
const fieldName = /^(?:[A-Z][A-Za-z]{1,40}|__type)$/;

/** The shape of a parsed answer: the names of its fields and the types of its values, strings as lengths. */
export function censorExchange(root: unknown): string {
  let out = '';
  const stack: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  while (stack.length > 0 && out.length < MAX) {
    const next = stack.pop();
    if (!next) break;
    const { value, depth } = next;
    if (depth < 0) {
      if (typeof value === 'string') out += value;
    } else if (typeof value !== 'object' || value === null) {
      out += scalar(value);
    } else if (depth > 12) {
      out += '…';
    } else {
      const isList = Array.isArray(value);
      const all: [string, unknown][] = isList
        ? value.slice(0, 3).map((each: unknown): [string, unknown] => ['', each])
        : Object.entries(value).slice(0, 60);
      out += isList ? `[#${value.length} ` : '{';
      stack.push({ value: isList ? ']' : '}', depth: -1 });
      for (const [name, each] of all.reverse()) {
        stack.push({ value: ' ', depth: -1 }, { value: each, depth: depth + 1 });
        if (!isList) stack.push({ value: `${known(name)}:`, depth: -1 });
      }
    }
  }
  return out.slice(0, MAX);
}

function known(name: string): string {
  return fieldName.test(name) && shown.has(name) ? name : `?${name.length}`;
}

/** Names of Exchange's schema. A field name can be hostile too: what is not here shows its length. */
const shown = new Set(
  '__type Header Body ServerVersionInfo Version ResponseMessages Items Item ResponseClass ResponseCode MessageText Conversation ConversationId ConversationNodes ConversationTopic Conversations RootFolder ItemId Id ChangeKey ParentFolderId ItemClass Subject Sensitivity IsDraft IsRead HasAttachments Attachments DateTimeReceived DateTimeSent DateTimeCreated LastModifiedTime InternetMessageId ParentInternetMessageId InReplyTo References From Sender Organizer Mailbox Name EmailAddress SmtpEmailAddress RoutingType MailboxType ToRecipients CcRecipients BccRecipients UniqueBody NormalizedBody BodyType Value IsTruncated Preview ItemChanges Updates Path FieldURI MessageDisposition ComposeOperation SendCalendarInvitationsOrCancellations SendMeetingInvitations ExtendedProperty ExtendedFieldURI PropertyTag UID Start End StartTimeZoneId EndTimeZoneId IsAllDayEvent IsCancelled IsMeeting IsRecurring CalendarItemType SeriesId SeriesMasterItemId FreeBusyType ResponseType MyResponseType Location EnhancedLocation DisplayName RequiredAttendees OptionalAttendees Resources IsOnlineMeeting OnlineMeetingProvider OnlineMeetingJoinUrl EventId EventScope Reminders'.split(
    ' ',
  ),
);

function scalar(value: unknown): string {
  if (typeof value === 'number') return 'n';
  if (typeof value === 'boolean') return 'b';
  return typeof value === 'string' ? `s${value.length}` : '-';
}
