/*
 * Links of online meetings: which address of a text is where people meet.
 */

const hosts = [
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'teams.cloud.microsoft',
  'zoom.us',
  'zoom.com',
  'webex.com',
  'gotomeeting.com',
  'goto.com',
  'whereby.com',
  'meet.jit.si',
  'meet.proton.me',
  'bigbluebutton.org',
  'chime.aws',
  'around.co',
  'ringcentral.com',
];

/** The address as it is written where it is an https one, else empty. */
export function httpsAddress(raw: string): string {
  const text = raw.trim();
  if (text.length > 2000 || !/^https:\/\//i.test(text) || /[\s<>"]/.test(text)) return '';
  return URL.canParse(text) ? text : '';
}

/** Whether people meet at this address. */
function isMeetingLink(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  return hosts.some((each) => host === each || host.endsWith(`.${each}`));
}

const MOST_READ = 50_000;

/** The first https address in a text at which people meet, or empty. Markup may stand around it. */
export function meetingLinkIn(text: string): string {
  for (const [found] of text.slice(0, MOST_READ).matchAll(/https:\/\/[^\s<>"'()[\]{}|\\^`]{4,1900}/gi)) {
    const address = found.replaceAll('&amp;', '&').replace(/[.,;:!?]+$/, '');
    if (isMeetingLink(address)) return address;
  }
  return '';
}
