/*
 * What a linear model looks at in one sentence. English, as the labelled mail is: other languages meet the rules of
 * `cues.ts` instead. Every feature is a short name; the weights know the names that helped.
 */

export interface Around {
  prev?: string | undefined;
  next?: string | undefined;
  subject?: string | undefined;
}

const MAX_WORDS = 80;

const word = /[a-z]+(?:'[a-z]+)?|\$link|\d+|[?!:$]/g;

const imperatives = new Set(
  'accept add address advise arrange ask attach attend book bring buy call change check click come complete confirm consider contact copy deliver direct discuss download drop email e-mail ensure enter examine explain feel file fill find finish fix follow forward get give go have help hold identify include inform invite join keep leave let look mail make meet note notify offer order pass pay phone pick plan post prepare print process proceed provide pull put read remember remind remove reply report reschedule respond return review revise ring run save schedule see sell send set share ship show sign speak start stay stop submit suggest take talk tell test think touch try turn update use verify visit wait work write'.split(
    ' ',
  ),
);
const auxiliaries = new Set(
  "can could would will are is do does did have has should shall may might am was were isn't aren't don't doesn't can't couldn't won't".split(
    ' ',
  ),
);
const questionWords = new Set('what when where who why how which whose whom'.split(' '));
const me = new Set(['i', "i'm", "i'd", "i'll", "i've"]);
const us = new Set(['we', "we're", "we'd", "we'll", "we've"]);
const others = new Set([
  'he',
  'she',
  'they',
  'it',
  "it's",
  'this',
  'that',
  'there',
  'the',
  'these',
  'our',
  'my',
]);

const cues: [string, RegExp][] = [
  ['you-can', /\b(can|could|would|will) (you|u|someone|anyone|anybody|somebody|people)\b/],
  ['you-would', /\b(would|do) you (mind|like|want|care|prefer|be)\b/],
  ['please-do', /\b(please|pls|plz|kindly)\b(?! (note|find|be aware|see attached|excuse|accept my))/],
  ['please-note', /\bplease (note|find|be aware|excuse|see attached)\b/],
  ['know', /\b(let|tell) (me|us) know\b/],
  ['know-if', /\blet (me|us) know if (you have|there is|there are|i can|we can) any\b/],
  ['need', /\b(i|we) (need|require|want)\b/],
  ['need-you', /\bneed (you|your)\b|\byou (need|have|must|should|ought)\b/],
  ['would-like', /\b(i|we)('d| would) (like|love|appreciate|prefer|be grateful|be glad)\b/],
  ['like-you', /\b(like|want|need|ask|asking) you to\b/],
  ['to-know', /\b(like|need|want|love|wish) to (know|hear|learn|understand)\b/],
  ['question', /\b(my|a|quick|one|another) (other |quick )?question\b/],
  ['please-not', /\b(please|pls) (do not|don't|never)\b/],
  ['encourage', /\b(i|we) (encourage|urge|invite|ask|suggest|propose|recommend|beg)\b/],
  ['useful', /\b(would|might) be (useful|helpful|great|good|nice|interesting|appreciated)\b/],
  ['appreciate', /\b(appreciate|grateful|thankful)\b/],
  [
    'to-me',
    /\b(call|email|send|give|tell|forward|contact|phone|ring|page|fax|drop|get back to|meet|join) (me|us)\b/,
  ],
  ['wonder', /\b(wondering|curious|wonder) (if|whether|how|what|when|why|where)\b/],
  [
    'anyone',
    /\b(anyone|anybody|does anyone|is there|are there|any (ideas|thoughts|comments|suggestions|chance))\b/,
  ],
  ['lets', /\b(let's|lets|let us|shall we|how about|what about|why don't)\b/],
  ['will', /\b(i|we)('ll| will| shall)\b|\b(i'm|i am|we're|we are) going to\b/],
  ['past', /\b(was|were|did|had|said|told|asked|wanted|went|got|sent|received|met|talked|discussed)\b/],
  ['if', /^if\b/],
  ['if-please', /^if\b.*\b(please|call|let me|contact|feel free|email)\b/],
  ['free', /\b(feel free|do not hesitate|don't hesitate|hesitate)\b/],
  ['meeting', /\b(meet|meeting|call|lunch|dinner|conference|schedule|discuss|visit|appointment)\b/],
  [
    'when',
    /\b(today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|next week|this week|asap|as[ ]soon[ ]as)\b/,
  ],
  [
    'free-time',
    /\b(available|availability|free on|free for|convenient|works for you|work for you|good time)\b/,
  ],
  ['happy-to', /\b(happy|glad|pleased|looking forward|look forward|hope)\b/],
  [
    'advert',
    /\b(\$link|click|unsubscribe|subscribe|newsletter|offer|free shipping|% off|discount|sale|shop|buy now)\b/,
  ],
  [
    'notice',
    /\b(confidential|intended recipient|not the (intended|addressee|named)|in error|intercepted|disclaimer|copyright|privileged|yahoo!|do you yahoo|free e-?mail|hotmail|unsubscribe)\b/,
  ],
  ['link', /https?:|www\.|\$link/],
  ['address', /@[\w-]+\./],
  ['quote', /^["“'].*["”']$/],
  ['know-how', /\b(do you know|did you|have you|are you|were you|do you)\b/],
  ['attached', /\b(attached|enclosed|below|following)\b/],
  ['dear', /^(dear|hi|hello|hey|all|thanks|thank you|regards|cheers)\b/],
  ['cannot', /\b(can't|cannot|couldn't|won't|unable)\b/],
];

export function wordsOf(sentence: string): string[] {
  const plain = sentence
    .slice(0, 1200)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .split(/\s+/)
    .map((part) => (part.includes('@') ? '' : /^\W*(https?:|www\.)/.test(part) ? '$link' : part))
    .join(' ');
  return (plain.match(word) ?? []).slice(0, MAX_WORDS).map((each) => (/^\d/.test(each) ? '0' : each));
}

/** Words that open without saying anything: "And can you", "Also, please", "Tom - could you". */
const openers = new Set(
  'and but so also ok okay well hi hello hey then or again finally second first thanks'.split(' '),
);

function hand(sentence: string, words: string[]): string[] {
  const found: string[] = [];
  const plain = sentence
    .slice(0, 1200)
    .toLowerCase()
    .replace(/[’‘`´]/g, "'");
  for (const [name, cue] of cues) if (cue.test(plain)) found.push(`#${name}`);
  const letters = words.filter((each) => /^[a-z]/.test(each));
  let first = 0;
  while (first < 2 && openers.has(letters[first] ?? '')) first++;
  const [a, b] = [letters[first] ?? '', letters[first + 1] ?? ''];
  if (/\?["”')\s.]*$/.test(plain)) found.push('#ends?');
  else if (plain.includes('?')) found.push('#has?');
  if (/\?\s*\?/.test(plain)) found.push('#??');
  if (/!/.test(plain)) found.push('#!');
  if (/:\s*$/.test(plain)) found.push('#ends:');
  if (/\.\.\.\s*$/.test(plain)) found.push('#dots');
  if (imperatives.has(a)) found.push('#imperative');
  if (imperatives.has(b) && !auxiliaries.has(a) && !me.has(a) && !us.has(a)) found.push('#name-imperative');
  if (auxiliaries.has(a)) found.push('#aux', b === 'you' ? '#aux-you' : '#aux-other');
  if (auxiliaries.has(b) && !me.has(a) && !us.has(a) && !others.has(a)) found.push('#name-aux');
  if (questionWords.has(a)) found.push(auxiliaries.has(b) ? '#wh-aux' : '#wh');
  if (me.has(a)) found.push('#i');
  if (us.has(a)) found.push('#we');
  if (a === 'you' || a === 'your') found.push('#you');
  if (others.has(a)) found.push('#other');
  const asking = found.includes('#ends?') || found.includes('#has?');
  if (asking) {
    if (words.includes('you') || words.includes('your') || words.includes('anyone')) found.push('?you');
    if (questionWords.has(a)) found.push('?wh', `?${a}`);
    if (auxiliaries.has(a)) found.push('?aux');
    if (me.has(a) || us.has(a) || others.has(a)) found.push('?statement');
    if (letters.length <= 2) found.push('?tiny');
    else if (letters.length <= 5) found.push('?short');
  } else if (found.includes('#please-do') && imperatives.has(a === 'please' ? b : a))
    found.push('#please-verb');
  const size = letters.length;
  found.push(size <= 3 ? '#1-3' : size <= 7 ? '#4-7' : size <= 14 ? '#8-14' : size <= 25 ? '#15-25' : '#26');
  const capitals = sentence.replace(/[^A-Z]/g, '').length;
  if (size > 2 && capitals > sentence.length * 0.4) found.push('#capitals');
  const noise = sentence.replace(/[\p{L}\p{N}\s]/gu, '').length;
  if (noise > sentence.length * 0.25) found.push('#noise');
  return found;
}

/** Whether a feature is words of the sentence; the others were made by hand. */
export function isLexical(feature: string): boolean {
  return !/^[#?<>]./.test(feature) && !feature.startsWith('subject');
}

/** The names of what is there, each once. */
export function featuresOf(sentence: string, around: Around = {}): string[] {
  const words = wordsOf(sentence);
  const found = new Set<string>(hand(sentence, words));
  for (let i = 0; i < words.length; i++) {
    const a = words[i] ?? '';
    found.add(a);
    const b = words[i + 1];
    if (b !== undefined) found.add(`${a}_${b}`);
  }
  found.add(`^${words[0] ?? ''}`);
  found.add(`^${words[0] ?? ''}_${words[1] ?? ''}`);
  if (around.prev !== undefined && /\?\s*$/.test(around.prev)) found.add('<?');
  if (around.prev !== undefined && /:\s*$/.test(around.prev)) found.add('<:');
  if (around.next !== undefined && /\?\s*$/.test(around.next)) found.add('>?');
  if (around.subject?.includes('?') && found.has('#ends?')) found.add('subject?');
  if (
    around.subject !== undefined &&
    sentence.length > 8 &&
    around.subject.includes(sentence.replace(/[?.!]+$/, ''))
  ) {
    found.add('subject=');
  }
  return [...found];
}
