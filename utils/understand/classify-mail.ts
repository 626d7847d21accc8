/** What a mail is, and whether a machine sent it. `reason` names the rule that decided, for tests and tuning. */
export interface MailClass {
  automated: boolean;
  kind:
    | 'human'
    | 'newsletter'
    | 'notification'
    | 'receipt'
    | 'bounce'
    | 'calendar-robot'
    | 'out-of-office'
    | 'spam-like';
  reason: string;
}

export interface MailToClassify {
  from: string;
  to: string;
  subject: string;
  body: string;
  headers?: Record<string, string[]>;
}

export function classifyMail(mail: MailToClassify): MailClass {
  return { automated: /no-?reply@/i.test(mail.from), kind: 'human', reason: 'first form' };
}
