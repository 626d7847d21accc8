import type { Formats } from '@/utils/i18n/formats';

/** Choosing a contact, a company or a deal in the place of what Sidelog matched. */
export const pick = (f: Formats) => ({
  wrong: {
    contact: 'Wrong? Choose another contact',
    company: 'Wrong? Choose another company',
    deal: 'Wrong? Choose another deal',
  },
  wrongOf: (name: string) => `${name}: wrong? Choose another`,
  choose: 'Choose',
  chooseOf: {
    contact: 'Choose a contact',
    company: 'Choose a company',
    deal: 'Choose the deal of this thread',
  },
  known: 'Already a contact?',
  field: { contact: 'Contact', company: 'Company', deal: 'Deal' },
  placeholder: {
    contact: 'Name, company or address',
    company: 'Name or domain',
    deal: 'Title of a deal',
  },
  none: { contact: 'None of these people', company: 'None of these', deal: 'No deal' },
  /** What the rep chose is forgotten. */
  again: 'Let Sidelog choose again',
  nothing: (typed: string) => `Nothing found for “${typed}”`,
  count: (count: number) => f.plural(count, { zero: 'Nothing to show', one: '# choice', other: '# choices' }),
  said: {
    contact: (name: string, address: string) => `${address} is ${name} from now on.`,
    notContact: (address: string) => `${address} is none of your contacts. Remembered.`,
    company: (name: string) => `Company: ${name}. Remembered for these people.`,
    noCompany: 'No company. Remembered for these people.',
    deal: (title: string) => `Deal: ${title}. Remembered for this thread.`,
    noDeal: 'No deal. Remembered for this thread.',
    again: 'Forgotten. Sidelog chooses again.',
  },
  deal: 'Deal',
  openDeals: (count: number) => f.plural(count, { one: '# open deal', other: '# open deals, none chosen' }),
  noDeal: 'none',
});

/** Around the open mail: what else is known of its customer. */
export const around = (f: Formats) => ({
  title: (name: string) => `About ${name}`,
  deals: 'Open deals',
  last: 'Last with them',
  people: 'Also on this thread',
  moreDeals: (count: number) => f.plural(count, { one: '# more deal', other: '# more deals' }),
  kind: { email: 'E-mail', meeting: 'Meeting', call: 'Call' },
});
