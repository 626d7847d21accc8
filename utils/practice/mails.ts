import type { WrittenThread } from '@/utils/practice/mailbox';
import { otherMails } from '@/utils/practice/mails-other';
import {
  amara,
  anna,
  daniel,
  kenji,
  lucia,
  mei,
  type PracticePerson,
  priya,
  robin,
  tobias,
} from '@/utils/practice/people';

/*
 * The practice mailbox's threads: Robin sells booking software for a company called Harbour Light. Everybody is
 * invented, every address ends in .example. Mails are content, not interface: they are not translated.
 */

const robinSigns = { signature: ['Robin Ashdown', 'Harbour Light · booking software'] };

const customerMails: WrittenThread[] = [
  {
    subject: 'Renewal for 40 seats',
    unread: true,
    mails: [
      {
        from: anna,
        to: [robin],
        hoursAgo: 0.4,
        blocks: [
          'Hi Robin,',
          'We would renew all 40 seats for two years if the onboarding fee is waived. Our board meets on Thursday, so I need the revised quote before then.',
          'Could you also confirm that the new price holds for the branch in Kiel?',
          'Best regards,\nAnna',
          {
            signature: [
              'Anna Berger',
              'Head of Procurement',
              'Nordlicht GmbH · Hafenstraße 12 · 24103 Kiel',
              'T +49 30 23125 418 · M +49 176 040690 18',
              'www.nordlicht.example',
            ],
          },
        ],
      },
    ],
  },
  {
    subject: 'Pilot scope',
    unread: true,
    mails: [
      {
        from: robin,
        to: [kenji],
        hoursAgo: 190,
        blocks: [
          'Hello Kenji,',
          'Thank you for the call. As agreed, here is what a pilot could cover: two studios, six weeks, your own price list.',
          'Which two studios would you start with?',
          robinSigns,
        ],
      },
      {
        from: kenji,
        to: [robin],
        hoursAgo: 166,
        quotes: true,
        blocks: [
          'Hello Robin,',
          'We would begin with Kyoto and Osaka. Mei runs both, I copy her next time.',
          'Kenji',
        ],
      },
      {
        from: robin,
        to: [kenji],
        cc: [mei],
        hoursAgo: 142,
        quotes: true,
        blocks: [
          'Kyoto and Osaka it is. Mei, which bookings should we bring over from your calendar?',
          robinSigns,
        ],
      },
      {
        from: mei,
        to: [robin],
        cc: [kenji],
        hoursAgo: 118,
        quotes: true,
        blocks: [
          'Hi Robin,',
          'Only the ones from next month on, about 300. The older ones can stay where they are.',
          'Mei Tanaka',
        ],
      },
      {
        from: robin,
        to: [mei],
        cc: [kenji],
        hoursAgo: 70,
        quotes: true,
        blocks: [
          'Good, 300 bookings are an evening of work for us. I will send the import sheet on Monday.',
          robinSigns,
        ],
      },
      {
        from: mei,
        to: [robin],
        cc: [kenji],
        hoursAgo: 21,
        quotes: true,
        blocks: [
          'Hi Robin,',
          'The sheet is filled in, except for the two massage rooms: they have no fixed price yet. Can we add them in the second week?',
          'Please also send us your security form, our landlord asks for it.',
          'Mei',
        ],
      },
    ],
  },
  {
    subject: 'Question about invoice 2231',
    mails: [
      {
        from: priya,
        to: [robin],
        hoursAgo: 46,
        blocks: [
          'Hello Robin,',
          'Invoice 2231 lists 14 users, but we cancelled two of them in September. Please send us a corrected one, I have attached ours with the two lines marked.',
          'Kind regards,\nPriya Okafor\nOkafor Supply',
        ],
        attachments: [{ name: 'invoice-2231-marked.pdf', mime: 'application/pdf', size: 84_213 }],
      },
    ],
  },
  {
    subject: 'Angebot für 12 Standorte',
    mails: [
      {
        from: tobias,
        to: [robin],
        hoursAgo: 5,
        blocks: [
          'Guten Tag,',
          'wir möchten die Terminbuchung an zwölf Standorten einführen und hätten gern bis Freitag ein Angebot. Wichtig ist uns die Anbindung an unsere Tourenplanung.',
          'Rufen Sie mich gern an, am besten vormittags.',
          'Mit freundlichen Grüßen\nTobias Krüger',
          {
            signature: [
              'Tobias Krüger',
              'Leiter Disposition',
              'Krüger Logistik GmbH',
              'Telefon +49 221 4710 8821',
              'Geschäftsführer: Ilse Krüger · HRB 00000',
            ],
          },
        ],
      },
    ],
  },
  {
    subject: 'Kickoff call next week',
    mails: [
      {
        from: lucia,
        to: [robin],
        cc: [daniel],
        hoursAgo: 52,
        blocks: [
          'Hi Robin,',
          'Daniel and I have time for the kickoff on Tuesday or Wednesday afternoon. What suits you?',
          'Lucía',
        ],
      },
      {
        from: robin,
        to: [lucia],
        cc: [daniel],
        hoursAgo: 27,
        quotes: true,
        blocks: [
          'Hi Lucía, hi Daniel,',
          'Wednesday at 2 pm is good. I will send the agenda on Monday and bring the rollout plan for the three kitchens.',
          robinSigns,
        ],
      },
    ],
  },
  {
    subject: 'Reminders for patients',
    unread: true,
    mails: [
      {
        from: amara,
        to: [robin],
        hoursAgo: 2,
        blocks: [
          'Dear Robin,',
          'A colleague showed me your booking page. We are four doctors and lose about ten appointments a week to people who forget them. Do you send reminders as text messages, and what does that cost?',
          'Amara Nwosu',
          { signature: ['Dr. Amara Nwosu', 'Clearwater Clinic', '+44 20 7946 0461'] },
        ],
      },
    ],
  },
];

/** Everything in the mailbox, in no order. */
export function writtenMails(): { me: PracticePerson; threads: WrittenThread[] } {
  return { me: robin, threads: [...customerMails, ...otherMails()] };
}
