import type { Formats } from '@/utils/i18n/formats';

export const transfer = (f: Formats) => ({
  title: (count: number) =>
    f.plural(count, {
      one: '# Eintrag im Notizbuch könnte auch dorthin',
      other: '# Einträge im Notizbuch könnten auch dorthin',
    }),
  text: (crm: string) =>
    `Jeder kommt einmal nach ${crm}: Was schon da ist, wird gefunden und nicht noch einmal angelegt. Das Notizbuch behält seine.`,
  start: (count: number) => f.plural(count, { one: '# Eintrag übernehmen', other: '# Einträge übernehmen' }),
  leave: 'Hier lassen',
  waiting: 'Wartet, bis die Kontakte des CRM gelesen sind …',
  progress: (done: number, total: number) => `${f.number(done)} von ${f.number(total)} übernommen`,
  hint: 'Es läuft von selbst weiter, auch nach einem Neustart.',
  done: (count: number) =>
    f.plural(count, { one: '# Eintrag wurde übernommen.', other: '# Einträge wurden übernommen.' }),
  skipped: (count: number, crm: string) =>
    f.plural(count, {
      one: `# bleibt im Notizbuch: Niemand darauf ist schon ein Kontakt in ${crm}.`,
      other: `# bleiben im Notizbuch: Niemand darauf ist schon ein Kontakt in ${crm}.`,
    }),
  again: 'Die übrigen noch einmal versuchen',
});

export const signIn = () => ({
  button: (crm: string) => `Bei ${crm} anmelden`,
  redirect: 'Weiterleitungsadresse dieses Browsers',
  redirectHint: 'Wer das CRM betreut, trägt einmal genau diese Adresse ein, wo die App registriert ist.',
  copy: 'Kopieren',
  copied: 'Kopiert',
  opens: 'Die eigene Anmeldeseite des CRM geht auf. Sidelog sieht Ihr Passwort nie.',
});
