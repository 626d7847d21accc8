/* The invented mails of tests/understand with what is expected of them; never the 40 of each set that nobody looks at. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { htmlToText } from '@/utils/understand/html-to-text';
import { splitReply } from '@/utils/understand/split-reply';
import { splitReplyHtml } from '@/utils/understand/split-reply-html';
import type { LabelledBlock } from './block-examples';

const folderOf = (set: string) => path.resolve(import.meta.dirname, '../../../tests/understand', set);

export interface InventedContact {
  name: string | null;
  title: string | null;
  company: string | null;
  phones: string[];
  mobile: string | null;
  website: string | null;
  address: string | null;
}

export interface InventedMail {
  id: string;
  language: string;
  client: string;
  headers: { from: { name: string; address: string } };
  body: { type: 'html' | 'text'; content: string };
  expected: {
    direction: string;
    ownWordsStart: string | null;
    ownWordsEnd: string | null;
    contact: InventedContact | null;
  };
}

/** Of the sets named. The second one made the lines of the public sets worse, so only the words are learned from it. */
export function inventedMails(...sets: readonly ('mails' | 'mails-second')[]): InventedMail[] {
  return sets.flatMap((set) => openMails(folderOf(set)));
}

function openMails(folder: string): InventedMail[] {
  const ids = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5));
  const hash = (id: string) => createHash('sha256').update(id).digest('hex');
  const apart = new Set([...ids].sort((a, b) => (hash(a) < hash(b) ? -1 : 1)).slice(0, 40));
  return ids
    .filter((id) => !apart.has(id))
    .map((id) => JSON.parse(readFileSync(path.join(folder, `${id}.json`), 'utf8')) as InventedMail);
}

/** What the sender wrote, history removed as the product removes it. */
export function ownText(mail: InventedMail): string {
  return mail.body.type === 'html'
    ? htmlToText(splitReplyHtml(mail.body.content).replyHtml)
    : splitReply(mail.body.content).reply;
}

/** The lines with a mark for each: s below the last own words, b blank, r the words. Null where their end is not found. */
export function markedLines(mail: InventedMail): { lines: string[]; marks: string[] } | null {
  const end = mail.expected.ownWordsEnd;
  if (end === null) return null;
  const text = ownText(mail);
  const fold = (part: string) => part.replace(/\s+/g, ' ').trim();
  const lines = text.split('\n');
  // The end may be wrapped over lines: the last line at which the words so far contain it.
  let at = -1;
  const wanted = fold(end);
  const tail = wanted.slice(-18);
  for (let i = lines.length - 1; i >= 0; i--) {
    const near = fold(lines.slice(Math.max(0, i - 4), i + 1).join(' '));
    const before = fold(lines.slice(Math.max(0, i - 4), i).join(' '));
    if (near.includes(wanted) && !before.includes(wanted)) {
      at = i;
      break;
    }
    if (at < 0 && fold(lines[i] ?? '').endsWith(tail) && wanted.length > 18 && near.includes(tail)) {
      at = i;
      break;
    }
  }
  if (at < 0) return null;
  let postscript = false;
  return {
    lines,
    marks: lines.map((line, i) => {
      if (line.trim() === '') {
        return 'b';
      }
      if (i <= at) return 'r';
      if (/^(P\.? ?S\.?|PD|N\.? ?B\.?|追伸)\b/i.test(line.trim())) postscript = true;
      else if (lines[i - 1]?.trim() === '') postscript = false;
      return postscript ? 'r' : 's';
    }),
  };
}

export function inventedBlocks(): LabelledBlock[] {
  return inventedMails('mails', 'mails-second').flatMap((mail) => {
    const contact = mail.expected.contact;
    const marked = contact === null ? null : markedLines(mail);
    if (contact === null || marked === null) return [];
    const block = marked.lines.filter((_, i) => marked.marks[i] === 's').join('\n');
    const one = (value: string | null) => (value === null ? [] : [value]);
    return [
      {
        id: mail.id,
        group: `invented ${mail.headers.from.address.split('@')[1]}`,
        block,
        gold: {
          name: one(contact.name),
          title: one(contact.title),
          company: one(contact.company),
          address: one(contact.address),
        },
        hints: { email: mail.headers.from.address, name: mail.headers.from.name },
      },
    ];
  });
}
