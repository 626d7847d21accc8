import type { TapOptions } from '@/utils/capture/tap/tap-event';

/*
 * One tap for mail and calendar: they are one page on the same hosts.
 *   POST /owa/service.svc?action=GetConversationItems&app=Mail&n=42      work
 *   POST /owa/0/service.svc?action=…                                     outlook.live.com
 *   POST /owa/shared@firma.example/service.svc?action=…                  another mailbox
 *   POST /owa/startupdata.ashx?app=Mail&n=0                              while the page starts
 * Not /owa/published/service.svc (calendars that somebody shared with the world). 2026-10
 */

/** Actions that carry neither mail nor meetings are not looked at. */
const action =
  'startupdata(?=\\.ashx)|(?:Get(?:Item|Conversation|Calendar|Reminders|Meeting|OwaUser|Mailbox)|Find(?:Item|Conversation)|(?:Create|Update|Send)(?:Item|Calendar|Meeting)|Cancel|Respond)[A-Za-z_]{0,60}';

export const tapOptions: TapOptions = {
  endpoints: new RegExp(
    `/owa/(?!published/)(?:[^/?#]{1,320}/)?(?:service\\.svc\\?(?:[^#]*&)?action=)?(${action})(?:[&.]|$)`,
    'i',
  ),
  query: true,
  requestHeader: 'x-owa-urlpostdata',
  fetch: true,
  portMarks: ['ItemId', 'ConversationNodes', 'ResponseMessages'],
};
