import type { Formats } from '@/utils/i18n/formats';

export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} pede`,
  asksForTask: (crm: string) => `Para a tarefa, ${crm} pede`,
  asksForCompany: (crm: string) => `Para a nova empresa, ${crm} pede`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} pede ${f.list(names)}.`,
  yes: 'Sim',
  no: 'Não',
  choose: 'Escolher…',
  empty: (label: string) => `Diga o que vai em ${label}.`,
});

export const firstLog = () => ({
  title: (crm: string) => `A sua primeira entrada em ${crm}`,
  found: (subject: string, crm: string) => `“${subject}” foi lido de volta em ${crm}: está lá.`,
  notFound: (subject: string, crm: string) =>
    `${crm} aceitou “${subject}”, mas ainda não encontra. Alguns CRMs precisam de um momento.`,
  look: (crm: string) =>
    `Ninguém pôde experimentar ${crm} em uma conta real antes de você, então veja se está como você quer.`,
  open: (crm: string) => `Abrir em ${crm}`,
  right: 'Está certo',
});
