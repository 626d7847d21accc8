/* Labelled lines: the public signature sets of `../shared/text/dev`, read in place, and the invented mails. */
import { linePositions } from '@/utils/understand/signature/line-features';
import { startOf } from '@/utils/understand/signature/mark-lines';
import type { Sender } from '@/utils/understand/signature/seen-line';
import { itemsOf } from './block-examples';
import { inventedMails, markedLines } from './invented';
import type { Example } from './learn-chain';
import { syntheticSignatures } from './synthetic';

export const lineSets = ['sig-forge', 'sig-quagga-enron', 'sig-webis-gmane', 'sig-webis-enron'];

const WORDS = 1;
const SIGNATURE = 2;
const ANY = 3;

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
  // x: sign-offs and others that the annotators left open.
  const gold = at.map((i) => ({ r: WORDS, s: SIGNATURE })[marks[start + i] ?? ''] ?? ANY);
  // The Enron annotators left many a lone name, and some whole signatures, among the words; forge's did not.
  if (group.includes('enron')) {
    const has = (k: number, names: readonly string[]) =>
      names.some((name) => positions[k]?.node.includes(name));
    let first = gold.length;
    for (let k = gold.length - 1; k >= Math.max(1, gold.length - 12); k--) {
      if (gold[k] === SIGNATURE || has(k, ['small2', 'small3', 'small4', 'ends', 'alike3', 'alike4'])) break;
      if (has(k, ['ownonly', 'initials', 'closing'])) first = k;
    }
    for (let k = first; k < gold.length; k++) if (gold[k] === WORDS) gold[k] = ANY;
  }
  const weight = gold.includes(SIGNATURE) ? 2 : 1;
  return { group, positions, gold, weight };
}

export function lineExamples(): Example[] {
  const labelled = lineSets.flatMap((set) =>
    itemsOf<LabelledMail>(set).map((item) =>
      exampleOf(`${set} ${item.group}`, item.text.split('\n'), item.lines, item.from),
    ),
  );
  const invented = inventedMails('mails').flatMap((mail) => {
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
  return [...labelled, ...invented, ...signed()];
}

/** Mails without a signature, with a made-up one below. */
function signed(): Example[] {
  const plain = lineSets.flatMap((set) =>
    itemsOf<LabelledMail>(set)
      .filter(
        (item) =>
          !item.lines.includes('s') &&
          !item.lines.includes('x') &&
          item.lines.filter((mark) => mark === 'r').length < 60,
      )
      .map((item) => ({ group: `${set} ${item.group}`, text: item.text.trimEnd() })),
  );
  const count = 250;
  const step = Math.max(1, Math.floor(plain.length / count));
  const chosen = plain.filter((_, i) => i % step === 0);
  const signatures = syntheticSignatures(chosen.length);
  return chosen.map(({ group, text }, i) => {
    const { text: signature, name, email } = signatures[i] ?? { text: '', name: '', email: '' };
    const words = text.split('\n');
    const below = [...(i % 4 === 0 ? [] : ['']), ...(i % 7 === 0 ? ['-- '] : []), ...signature.split('\n')];
    const lines = [...words, ...below];
    const marks = [
      ...words.map((line) => (line.trim() === '' ? 'b' : 'r')),
      ...below.map((line) => (line === '' ? 'b' : 's')),
    ];
    const example = exampleOf(
      group.replace('enron', 'plain'),
      lines,
      marks,
      i % 3 === 0 ? {} : { name, email },
    );
    return { ...example, group, weight: 0.5 };
  });
}
