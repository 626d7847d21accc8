import type { MailClass } from '@/utils/understand/classify/mail-class';

/** The header's values joined, lower-cased, bounded; empty where it is absent. */
function value(headers: Record<string, readonly string[]>, name: string): string {
  return (headers[name] ?? []).join(' ').slice(0, 1000).toLowerCase();
}

/**
 * What the headers say, or null where they do not decide (RFC 3834, RFC 2369, RFC 3464). Discussion lists carry
 * `List-Post`: people write there.
 */
export function classifyHeaders(headers: Record<string, readonly string[]>): MailClass | null {
  const machine = (kind: MailClass['kind'], reason: string): MailClass => ({ automated: true, kind, reason });
  const type = value(headers, 'content-type');
  if (
    type.includes('multipart/report') ||
    (value(headers, 'return-path') === '<>' && value(headers, 'x-failed-recipients') !== '')
  ) {
    return machine('bounce', 'header:report');
  }
  if (value(headers, 'x-failed-recipients') !== '') return machine('bounce', 'header:failed-recipients');
  if (/method=(reply|cancel|request)/.test(type)) return machine('calendar-robot', 'header:calendar');
  const auto = value(headers, 'auto-submitted');
  if (
    auto.startsWith('auto-replied') ||
    value(headers, 'x-autoreply') !== '' ||
    value(headers, 'x-autorespond') !== ''
  ) {
    return machine('out-of-office', 'header:auto-replied');
  }
  if (auto !== '' && auto !== 'no') return machine('notification', 'header:auto-submitted');
  const discussion =
    value(headers, 'list-post').includes('mailto:') ||
    value(headers, 'in-reply-to') !== '' ||
    ['references', 'mailing-list', 'x-mailman-version', 'x-beenthere'].some(
      (name) => value(headers, name) !== '',
    );
  if (
    value(headers, 'feedback-id') !== '' ||
    value(headers, 'x-campaign') !== '' ||
    value(headers, 'x-mailgun-tag') !== ''
  ) {
    return machine('newsletter', 'header:campaign');
  }
  if (value(headers, 'list-unsubscribe') !== '' && !discussion)
    return machine('newsletter', 'header:list-unsubscribe');
  return null;
}
