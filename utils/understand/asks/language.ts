const words: [string, string][] = [
  [
    'en',
    'the|and|to|of|you|we|is|for|that|with|this|are|have|your|please|our|will|can|it|be|thanks|i|hi|me|us|a|on|at|by|my|from|as|if|not|do|would|could|need|know|give|tomorrow|was|has|an',
  ],
  [
    'de',
    'der|die|das|und|ist|nicht|wir|sie|ich|für|mit|bitte|ein|eine|den|auf|von|zu|im|uns|ihnen|noch|auch|bis|es|dem|dann|wie|kann|bin|mir|dir|sind|aber|ja|nein|oder|hab|habe|passt|nach|so|zum|zur|beim|vom|einen|ihre|ihr|unser|unsere',
  ],
  [
    'fr',
    'le|les|des|et|vous|nous|je|est|pour|une|que|pas|votre|avec|dans|du|sur|ce|au|merci|bonjour|à|en|on|ne|il|ou|mais|plus|si|par|bien|oui|ça|ci|vos|nos|notre|la|un|êtes|serait',
  ],
  [
    'es',
    'el|los|las|y|que|por|para|una|con|del|nos|es|su|se|lo|me|te|hola|gracias|más|un|al|le|en|no|a|como|pero|muy|sin|hoy|ahora|ya|lo|este|esta|está|bien|os|mi|tu|si|o|la|puedo|les',
  ],
  [
    'it',
    'il|di|che|per|una|con|non|del|della|grazie|è|sono|ci|le|gli|buongiorno|abbiamo|entro|vi|si|la|un|così|bene|mi|ho|da|in|a|nostra|nostro|o',
  ],
  [
    'nl',
    'de|het|een|en|van|ik|we|je|u|voor|met|dat|niet|is|op|aan|graag|kunt|kun|ons|nog|ook|maar|er|bij|zijn|heb|wij|deze|naar|zou',
  ],
  [
    'pt',
    'o|os|não|uma|para|com|que|você|obrigado|obrigada|por|do|da|em|se|nos|meu|sua|bom|até|está|no|na|a|e|mas|já|foi|ao|dos|das|pode|nossa|nosso|um',
  ],
];
const sets = words.map(([lang, list]): [string, Set<string>] => [lang, new Set(list.split('|'))]);

/** The language that most of a text's small words are from; English where nothing says. */
export function languageOf(text: string): string {
  const counts = new Map<string, number>();
  const found =
    text
      .slice(0, 3000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  for (const each of found) {
    for (const [lang, set] of sets) if (set.has(each)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  }
  // A short text has few small words; what only one language writes says more.
  if (/[¿¡ñ]/i.test(text)) counts.set('es', (counts.get('es') ?? 0) + 3);
  if (/[äöüß]/i.test(text)) counts.set('de', (counts.get('de') ?? 0) + 2);
  let best = 'en';
  for (const [lang, count] of counts) if (count > (counts.get(best) ?? 0)) best = lang;
  if (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && (counts.get(best) ?? 0) < 3) return 'ja';
  return best;
}

/**
 * Whether 5/6 is the fifth of June to this writer: dates in the text that can only be read one way, then what only
 * Britain writes. Outside English the day is first.
 */
export function dayFirstIn(text: string, lang: string): boolean {
  if (lang !== 'en') return true;
  for (const found of text.slice(0, 20_000).matchAll(/\b(\d{1,2})\/(\d{1,2})\b/g)) {
    if (Number(found[1]) > 12 && Number(found[2]) <= 12) return true;
    if (Number(found[2]) > 12 && Number(found[1]) <= 12) return false;
  }
  return /£|\+44|\b(Ltd|plc|LLP)\b|\b(organis|colour|centre|favour|fortnight|whilst|postcode|cheque|licence)/.test(
    text,
  );
}
