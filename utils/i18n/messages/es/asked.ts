import type { Formats } from '@/utils/i18n/formats';

export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} pide`,
  asksForTask: (crm: string) => `Para la tarea, ${crm} pide`,
  asksForCompany: (crm: string) => `Para la empresa nueva, ${crm} pide`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} pide ${f.list(names)}.`,
  yes: 'Sí',
  no: 'No',
  choose: 'Elegir…',
  empty: (label: string) => `Di qué va en ${label}.`,
});

export const firstLog = () => ({
  title: (crm: string) => `Tu primera entrada en ${crm}`,
  found: (subject: string, crm: string) => `«${subject}» se leyó de vuelta en ${crm}: está ahí.`,
  notFound: (subject: string, crm: string) =>
    `${crm} aceptó «${subject}», pero aún no lo encuentra. Algunos CRM necesitan un momento.`,
  look: (crm: string) =>
    `Nadie pudo probar ${crm} en una cuenta real antes que tú, así que mira si está como lo quieres.`,
  open: (crm: string) => `Abrir en ${crm}`,
  right: 'Está bien',
});
