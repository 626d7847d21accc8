import type { Company, Contact, Task } from '@/utils/model/contact';
import { anna, daniel, kenji, lucia, mei, type PracticePerson, priya } from '@/utils/practice/people';

const PREFIX = 'practice-';
const DAY = 86_400_000;

/** Whether a record was there from the start, by its id; else the rep made it. */
export const isInvented = (id: string): boolean => id.startsWith(PREFIX);

/**
 * What the invented company's CRM holds when practice begins (`began`, ms since 1970; tasks are due on the days around
 * it in `zone`). Two things are amiss in it, as in any: Priya's address stands with the colleague who had her desk
 * before, and two of the mailbox's customers are not there at all.
 */
export function inventedCrm(
  began: number,
  zone: string,
): { companies: Company[]; contacts: Contact[]; tasks: Task[] } {
  const updatedAt = began - 30 * DAY;
  const company = (id: string, name: string, domain: string): Company => ({
    id: `${PREFIX}${id}`,
    name,
    domains: [domain],
    updatedAt,
  });
  const nordlicht = company('nordlicht', 'Nordlicht GmbH', 'nordlicht.example');
  const sato = company('sato', 'Atelier Sato', 'ateliersato.example');
  const okafor = company('okafor', 'Okafor Supply', 'okaforsupply.example');
  const meridian = company('meridian', 'Meridian Foods', 'meridianfoods.example');
  const contact = (
    id: string,
    { name, address }: PracticePerson,
    at: Company,
    more: Partial<Contact> = {},
  ): Contact => ({
    id: `${PREFIX}${id}`,
    name,
    addresses: [address],
    phones: [],
    companyId: at.id,
    companyName: at.name,
    updatedAt,
    ...more,
  });
  // ISO order is what Swedish writes.
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  return {
    companies: [nordlicht, sato, okafor, meridian],
    contacts: [
      contact('anna', anna, nordlicht, { title: 'Head of Procurement', phones: ['+49 30 23125 418'] }),
      contact('kenji', kenji, sato, { title: 'Owner' }),
      contact('mei', mei, sato, { title: 'Studio lead' }),
      contact('paul', { name: 'Paul Adeyemi', address: priya.address }, okafor, { title: 'Accounts' }),
      contact('priya', { name: priya.name, address: 'office@okaforsupply.example' }, okafor, {
        title: 'Finance',
      }),
      contact('lucia', lucia, meridian, { title: 'Operations' }),
      contact('daniel', daniel, meridian, { title: 'IT' }),
    ],
    tasks: [
      {
        id: `${PREFIX}agenda`,
        title: 'Send Lucía the agenda for the kickoff',
        dueDate: days.format(began),
        done: false,
        contactIds: [`${PREFIX}lucia`],
        updatedAt,
      },
    ],
  };
}
