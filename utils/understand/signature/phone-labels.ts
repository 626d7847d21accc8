/** What a number is for, as its label says. */
export type PhoneKind = 'phone' | 'mobile' | 'fax';

/** Whole words, lower case, without accents and dots. */
const kinds = new Map<string, PhoneKind>();
const add = (kind: PhoneKind, list: string) => {
  for (const word of list.split(' ')) kinds.set(word, kind);
};
add(
  'fax',
  'fax faxe telefax facsimile fx telecopie telecopieur faxnummer faxnr f telecopia ファックス ファクス fax番号',
);
add(
  'mobile',
  'm mob mobil mobile mobiltelefon handy cell cellular cel celular celulare cellulare cellphone movil mobiel gsm port portable wireless whatsapp wa natel hp 携帯 携帯電話 telemovel tlm mbl bb blackberry c',
);
add(
  'phone',
  't tel telephone telefon telefono telefone telefoon phone ph fon voice office direct direkt durchwahl dw zentrale bureau fixe fijo fisso standard switchboard work home d o p w tf ligne line dial main toll-free tollfree free hotline pager tlf ddi desk 電話 tél 直通 代表 telnr tel-nr oficina centralita festnetz vast landline extension reception empfang bur std ufficio support assistance secretariat voicemail tieline fone',
);

function foldWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .normalize('NFKC');
}

/**
 * The kinds that the words next to a number give it. `side` is where the number is: at the end of this text (its label
 * goes before it) or at the start (it follows). Signs (☎, 📱, 📠) count. None where the words say something else.
 */
export function labelOf(text: string, side: 'start' | 'end'): PhoneKind[] {
  // "Fax     - 1": what stands between a label and its number is no end of the label.
  const near = side === 'end' ? text.slice(-60).replace(/[\s:.?=[(-]+$/, '') : text.slice(0, 24);
  // A label is next to its number: a wide gap, a bar or a comma ends it.
  const parts = near.split(/[|,;•·]|\s{4,}|\t| [-–—] (?=\p{L}{4})/u);
  const filled = parts.filter((part) => part.trim() !== '');
  const part = (side === 'end' ? (filled.at(-1) ?? '') : (filled[0] ?? '')).replace(/&nbsp;/g, ' ');
  if (/📠|🖷/u.test(part)) return ['fax'];
  if (/📱/u.test(part)) return ['mobile'];
  const result: PhoneKind[] = [];
  const found = part.match(/[\p{L}\p{M}][\p{L}\p{M}.'’-]*/gu) ?? [];
  const nearest = side === 'end' ? found.slice(-4) : found.slice(0, 3);
  for (const word of nearest) {
    const kind = kinds.get(foldWord(word)) ?? kinds.get(foldWord(word).split('-')[0] ?? '');
    if (kind && !result.includes(kind)) {
      // One letter is a label only where it stands as one: "T: 1", "T 1", "T. 1".
      if (word.replace('.', '').length === 1 && found.length > 2 && nearest.length > 1 && !/[:./]/.test(part))
        continue;
      result.push(kind);
    }
  }
  if (result.length === 0 && /☎|📞|✆|☏|℡/u.test(part)) return ['phone'];
  if (result.length > 1)
    return result.includes('fax') ? ['fax', ...result.filter((kind) => kind === 'mobile')] : ['mobile'];
  return result;
}
