export type MailKind =
  | 'human'
  | 'newsletter'
  | 'notification'
  | 'receipt'
  | 'bounce'
  | 'calendar-robot'
  | 'out-of-office'
  | 'spam-like';

/** What a mail is, and whether a machine wrote it. `reason` names the rules that decided, for tests and tuning. */
export interface MailClass {
  automated: boolean;
  kind: MailKind;
  reason: string;
}

/** `from` as in the header (`Name <address>`) or the address alone; `body` text or HTML; `headers` by lower-cased name. */
export interface MailToClassify {
  from: string;
  to: string;
  subject: string;
  body: string;
  headers?: Record<string, readonly string[]>;
}
