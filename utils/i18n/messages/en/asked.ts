import type { Formats } from '@/utils/i18n/formats';

/** In the proposal: what the CRM asks for beyond what is known. */
export const asked = (f: Formats) => ({
  asksFor: (crm: string) => `${crm} asks for`,
  asksForTask: (crm: string) => `For the task, ${crm} asks for`,
  asksForCompany: (crm: string) => `For the new company, ${crm} asks for`,
  asksForThis: (names: readonly string[], crm: string) => `${crm} asks for ${f.list(names)}.`,
  yes: 'Yes',
  no: 'No',
  choose: 'Choose…',
  empty: (label: string) => `Say what goes into ${label}.`,
});

/** The first entry in a CRM, read back. */
export const firstLog = () => ({
  title: (crm: string) => `Your first entry in ${crm}`,
  found: (subject: string, crm: string) => `“${subject}” was read back from ${crm}: it is there.`,
  notFound: (subject: string, crm: string) =>
    `${crm} took “${subject}”, but does not find it yet. Some CRMs need a moment.`,
  look: (crm: string) =>
    `Nobody could try ${crm} on a live account before you, so please look whether it stands as you want it.`,
  open: (crm: string) => `Open in ${crm}`,
  right: 'Looks right',
});
