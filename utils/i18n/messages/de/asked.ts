import type { Formats } from '@/utils/i18n/formats';

export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} verlangt`,
  asksForTask: (crm: string) => `Für die Aufgabe verlangt ${crm}`,
  asksForCompany: (crm: string) => `Für die neue Firma verlangt ${crm}`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} verlangt ${f.list(names)}.`,
  yes: 'Ja',
  no: 'Nein',
  choose: 'Wählen …',
  empty: (label: string) => `Sagen Sie, was in ${label} kommt.`,
});

export const firstLog = () => ({
  title: (crm: string) => `Ihr erster Eintrag in ${crm}`,
  found: (subject: string, crm: string) => `„${subject}“ wurde aus ${crm} zurückgelesen: Es ist da.`,
  notFound: (subject: string, crm: string) =>
    `${crm} hat „${subject}“ angenommen, findet es aber noch nicht. Manche CRMs brauchen einen Moment.`,
  look: (crm: string) =>
    `Vor Ihnen konnte niemand ${crm} an einem echten Konto ausprobieren. Bitte sehen Sie nach, ob es so dasteht, wie Sie wollen.`,
  open: (crm: string) => `In ${crm} öffnen`,
  right: 'Sieht richtig aus',
});
