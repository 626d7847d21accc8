import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanSubject } from '@/utils/understand/clean-subject';
import { ownWords } from '@/utils/understand/own-words';
import { summarise } from '@/utils/understand/summarise';

interface Mail {
  id: string;
  headers: { subject: string };
  body: { type: 'html' | 'text'; content: string };
  expected: {
    log: boolean;
    nothingToLog: boolean;
    subject: string;
    ownWordsStart: string | null;
    ownWordsEnd: string | null;
    summary: { mustContain: string[]; mustNotContain: string[] };
  };
}

const folder = resolve(import.meta.dirname, 'mails');
const hashed = (id: string) => createHash('sha256').update(id).digest('hex');
/** The invented mails but the 40 set apart: those are reported elsewhere and looked at by nobody who tunes. */
const mails = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -5))
  .sort((a, b) => (hashed(a) < hashed(b) ? -1 : 1))
  .slice(40)
  .map((id) => JSON.parse(readFileSync(resolve(folder, `${id}.json`), 'utf8')) as Mail);
const folded = (text: string) => text.replace(/\s+/g, ' ').trim();
const byPeople = mails.filter((mail) => mail.expected.ownWordsStart !== null);
const logged = mails.filter((mail) => mail.expected.log);

describe('the invented sales mails', () => {
  it('begin with the first words of the sender', () => {
    const wrong = byPeople.filter(
      (mail) => !folded(ownWords(mail.body)).startsWith(folded(mail.expected.ownWordsStart ?? '')),
    );
    expect(wrong.map((mail) => mail.id)).toEqual([]);
  });

  it('hold the last ones, but for a "thx" that is also a sign-off', () => {
    const wrong = byPeople.filter(
      (mail) => !folded(ownWords(mail.body)).includes(folded(mail.expected.ownWordsEnd ?? '')),
    );
    expect(wrong.map((mail) => mail.expected.ownWordsEnd)).toEqual(['thx']);
  });

  it('have a subject without what programs put before it', () => {
    const wrong = mails.filter((mail) => cleanSubject(mail.headers.subject) !== mail.expected.subject);
    expect(wrong.map((mail) => mail.id)).toEqual([]);
  });

  it('are summed up with what matters, in 96 of 100', () => {
    const right = logged.filter((mail) => {
      const summary = folded(summarise(ownWords(mail.body)));
      return mail.expected.summary.mustContain.every((span) => summary.includes(folded(span)));
    });
    expect(right.length / logged.length).toBeGreaterThan(0.96);
  });

  it('are never summed up with a greeting, a signature or what others wrote', () => {
    const wrong = logged.filter((mail) => {
      const summary = folded(summarise(ownWords(mail.body)));
      return mail.expected.summary.mustNotContain.some((span) => summary.includes(folded(span)));
    });
    expect(wrong.map((mail) => mail.id)).toEqual([]);
  });

  it('are summed up in sentences that are in them, word by word', () => {
    for (const mail of logged) {
      const words = folded(ownWords(mail.body).replace(/^(?:[-*•]|\d{1,2}[.)])\s+/gm, ''));
      for (const line of summarise(ownWords(mail.body)).split('\n')) {
        for (const sentence of line.replace(/^- /, '').split(/(?<=[.!?。])\s/))
          expect(words).toContain(folded(sentence));
      }
    }
  });

  it('have no summary where somebody only says thanks', () => {
    const thanks = mails.filter((mail) => mail.expected.nothingToLog);
    expect(thanks.length).toBeGreaterThan(2);
    expect(thanks.map((mail) => summarise(ownWords(mail.body)))).toEqual(thanks.map(() => ''));
  });
});
