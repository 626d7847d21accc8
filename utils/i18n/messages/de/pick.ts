import type { Formats } from '@/utils/i18n/formats';

export const pick = (f: Formats) => ({
  wrong: {
    contact: 'Falsch? Anderen Kontakt wählen',
    company: 'Falsch? Andere Firma wählen',
    deal: 'Falsch? Anderen Deal wählen',
  },
  wrongOf: (name: string) => `${name}: falsch? Anders wählen`,
  choose: 'Wählen',
  chooseOf: {
    contact: 'Kontakt wählen',
    company: 'Firma wählen',
    deal: 'Deal dieser Unterhaltung wählen',
  },
  known: 'Schon ein Kontakt?',
  field: { contact: 'Kontakt', company: 'Firma', deal: 'Deal' },
  placeholder: {
    contact: 'Name, Firma oder Adresse',
    company: 'Name oder Domain',
    deal: 'Titel eines Deals',
  },
  none: { contact: 'Keiner davon', company: 'Keine davon', deal: 'Kein Deal' },
  again: 'Sidelog neu wählen lassen',
  nothing: (typed: string) => `Nichts gefunden zu „${typed}“`,
  count: (count: number) =>
    f.plural(count, { zero: 'Nichts zu zeigen', one: '# Treffer', other: '# Treffer' }),
  said: {
    contact: (name: string, address: string) => `${address} ist ab jetzt ${name}.`,
    notContact: (address: string) => `${address} ist keiner Ihrer Kontakte. Gemerkt.`,
    company: (name: string) => `Firma: ${name}. Für diese Personen gemerkt.`,
    noCompany: 'Keine Firma. Für diese Personen gemerkt.',
    deal: (title: string) => `Deal: ${title}. Für diese Unterhaltung gemerkt.`,
    noDeal: 'Kein Deal. Für diese Unterhaltung gemerkt.',
    again: 'Vergessen. Sidelog wählt neu.',
  },
  deal: 'Deal',
  openDeals: (count: number) =>
    f.plural(count, { one: '# offener Deal', other: '# offene Deals, keiner gewählt' }),
  noDeal: 'keiner',
});

export const around = (f: Formats) => ({
  title: (name: string) => `Über ${name}`,
  deals: 'Offene Deals',
  last: 'Zuletzt',
  people: 'Auch in dieser Unterhaltung',
  moreDeals: (count: number) => f.plural(count, { one: '# weiterer Deal', other: '# weitere Deals' }),
  kind: { email: 'E-Mail', meeting: 'Termin', call: 'Anruf' },
});
