import { unitsOf } from '@/utils/understand/asks/units';
import { plain } from '@/utils/understand/dates/tokens';
import type { Ask } from '@/utils/understand/find-asks';
import { meantBy, wordsOf } from '@/utils/understand/outcome/concepts';
import { assent, cues, isSaid, when } from '@/utils/understand/outcome/cues';

/** Said further down than this, it is not what a mail says on the whole. */
const MAX_UNITS = 60;
const MAX_SENTENCE = 500;

/** A sentence, and what is seen in it. */
export interface SeenSentence {
  sentence: string;
  /** Names of features, each once. */
  signs: Set<string>;
}

export interface SeenMail {
  sentences: SeenSentence[];
  /** What is seen of the mail as a whole. */
  signs: Set<string>;
}

/** Meanings that change their weight with what stands beside them in their sentence. */
const turned = new Set([
  'agree',
  'order',
  'sign',
  'keep',
  'go',
  'choose',
  'decline',
  'stop',
  'delay',
  'move',
]);
const beside = new Set(['project', 'deal', 'meet', 'price', 'lack', 'undecided']);
const timely = new Set(['meet', 'suit', 'move', 'ring', 'see', 'yes']);

const agreeing = ['says yes', 'assents', 'agree', 'order', 'sign', 'choose', 'keep'];
const refusing = [
  ...['says no', 'decline', 'stop', 'delay', 'not go', 'not keep', 'not order', 'not agree', 'not sign'],
  ...['threat', 'rival', 'lack'],
];

const asked = (sentence: string) => /[?？]/.test(sentence);

/** One sentence's meanings, turned by "not", by a condition before them, and by being asked. */
function signsOf(sentence: string, simple: string, lang: string): Set<string> {
  const signs = new Set<string>();
  const meant = meantBy(wordsOf(simple), lang);
  const nots = meant.filter(({ concepts }) => concepts.includes('not')).map(({ at }) => at);
  const maybe = meant.find(({ concepts }) => concepts.includes('maybe'))?.at ?? Number.POSITIVE_INFINITY;
  const question = asked(sentence);
  const timed = when.test(simple);
  if (timed) signs.add('when');
  const all = new Set(meant.flatMap(({ concepts }) => concepts));
  for (const { at, concepts } of meant) {
    // German and French say "not" behind the verb too.
    const behind =
      lang === 'en' || lang === 'es' || lang === 'it' || lang === 'pt' ? 0 : lang === 'de' ? 7 : 2;
    const not = nots.some((place) => (place < at ? at - place <= 4 : place > at && place - at <= behind));
    const turn = question ? '? ' : not ? 'not ' : maybe < at ? 'if ' : '';
    for (const concept of concepts) {
      if (concept === 'not' || concept === 'maybe') continue;
      signs.add(turn + concept);
      if (turned.has(concept) && turn !== '? ')
        for (const other of beside) if (all.has(other)) signs.add(`${turn}${concept}+${other}`);
      if (timed && timely.has(concept)) signs.add(`${question ? '? ' : ''}${concept}+when`);
    }
  }
  return signs;
}

/** What the weights are for: a mail's sentences and the mail, as names of what is there. Linear. */
export function seenIn(
  text: string,
  mail: { direction: 'received' | 'sent'; asks: readonly Ask[]; lang: string; answers: number },
): SeenMail {
  const own = cues[mail.lang];
  const sentences: SeenSentence[] = [];
  const signs = new Set<string>([mail.direction]);
  const units = unitsOf(text)
    .map((unit) => unit.text)
    .filter((unit) => unit.length <= MAX_SENTENCE)
    .slice(0, MAX_UNITS);
  const ofMe = mail.asks.filter((ask) => ask.kind === 'asked-of-me');
  let meets = 0;
  let elsewhere = 0;
  for (const [index, sentence] of units.entries()) {
    const simple = plain(sentence).replace(/[\s’]+/g, (gap) => (gap === '’' ? "'" : ' '));
    const found = signsOf(sentence, simple, mail.lang);
    const ask = mail.asks.find((each) => each.sentence === sentence);
    if (ask) found.add(ask.kind);
    if (asked(sentence)) found.add('?');
    if (own) {
      const timed = own.meeting.test(simple) && when.test(simple);
      if (!asked(sentence)) {
        if (own.negative.test(simple)) found.add('says no');
        if (isSaid(simple, own.positive, own.unsure)) found.add('says yes');
        if (index < 2 && !timed && isSaid(simple, assent, own.unsure)) found.add('assents');
      }
      if (timed) {
        meets += 1;
        found.add('meets');
        if (ask?.kind === 'asked-of-me' || asked(sentence)) found.add('asks to meet');
      } else if (ask?.kind === 'asked-of-me' || asked(sentence)) elsewhere += 1;
    }
    // What opens a mail is what it is about, more often than not.
    if (index < 2) for (const each of [...found]) found.add(`early ${each}`);
    sentences.push({ sentence, signs: found });
  }
  const any = (names: readonly string[]) =>
    sentences.some((each) => names.some((name) => each.signs.has(name)));
  const verdict = any(refusing) ? (any(agreeing) ? 'torn' : 'no') : any(agreeing) ? 'yes' : 'open';
  signs.add(`verdict ${verdict}`);
  signs.add(`verdict ${verdict}, ${elsewhere > 0 ? 'asks' : meets > 0 ? 'meets' : 'tells'}`);
  if (sentences.at(-1)?.signs.has('?')) signs.add('ends asking');
  signs.add(units.length <= 1 ? 'one' : units.length <= 2 ? 'two' : units.length <= 4 ? 'few' : 'many');
  // Answers between quoted questions are what such a mail is for.
  if (mail.answers > 1) signs.add('answers');
  if (elsewhere > 0) signs.add('asks elsewhere');
  if (meets > 0 && elsewhere === 0) signs.add('only meets');
  if (ofMe.length === 0) signs.add('asks nothing');
  if (ofMe.length > 1) signs.add('asks twice');
  if (ofMe.some((ask) => ask.due !== null)) signs.add('asks by');
  if (mail.asks.some((ask) => ask.kind === 'promised-by-me')) signs.add('promises');
  if (mail.asks.some((ask) => ask.kind === 'promised-by-them')) signs.add('they promise');
  return { sentences, signs };
}
