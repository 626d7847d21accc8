/* Labelled lines: the public signature sets of `../shared/text/dev`, read in place, and the invented mails. */
import { linePositions, type Sender } from '@/utils/understand/signature/line-features';
import { startOf } from '@/utils/understand/signature/mark-lines';
import { itemsOf } from './block-examples';
import { inventedMails, markedLines } from './invented';
import type { Example } from './learn-chain';

export const lineSets = ['sig-forge', 'sig-quagga-enron', 'sig-webis-gmane', 'sig-webis-enron'];

const WORDS = 1;
const SIGNATURE = 2;
const FOOTER = 4;
const ANY = 7;
const LONE = Number(process.env.LONE ?? ANY);

export interface LabelledMail {
  id: string;
  group: string;
  text: string;
  lines: string[];
  from: { email: string; name: string };
}

function exampleOf(group: string, lines: string[], marks: string[], sender: Sender): Example {
  const start = startOf(lines);
  const { at, positions } = linePositions(lines.slice(start), sender);
  // x: sign-offs, lists' footers, disclaimers. Those with nothing of the sender's below are no own words.
  const lastWords = marks.lastIndexOf('r');
  const gold = at.map((i) => {
    const mark = marks[start + i];
    return mark === 'r' ? WORDS : mark === 's' ? SIGNATURE : start + i > lastWords ? SIGNATURE | FOOTER : ANY;
  });
  // The Enron annotators left many a lone name below the words among the words; forge's did not.
  if (group.includes('enron')) {
    for (let k = gold.length - 1; k >= Math.max(1, gold.length - 3); k--) {
      const own = positions[k]?.node ?? [];
      if (gold[k] !== WORDS) continue;
      if (!['ownonly', 'initials', 'closing'].some((name) => own.includes(name))) break;
      gold[k] = LONE;
    }
  }
  return { group, positions, gold };
}

export function lineExamples(): Example[] {
  const labelled = lineSets.flatMap((set) =>
    itemsOf<LabelledMail>(set).map((item) =>
      exampleOf(`${set} ${item.group}`, item.text.split('\n'), item.lines, item.from),
    ),
  );
  const invented = inventedMails().flatMap((mail) => {
    const marked = markedLines(mail);
    const from = mail.headers.from;
    return marked
      ? [
          exampleOf(`invented ${from.address.split('@')[1]}`, marked.lines, marked.marks, {
            email: from.address,
            name: from.name,
          }),
        ]
      : [];
  });
  return [...labelled, ...invented];
}
