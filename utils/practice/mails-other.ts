import type { WrittenThread } from '@/utils/practice/mailbox';
import { joao, maya, robin } from '@/utils/practice/people';

/** What is in every mailbox and belongs in no CRM: colleagues, a newsletter, robots, a receipt. */
export function otherMails(): WrittenThread[] {
  return [
    {
      subject: 'Pipeline review moved to 3 pm',
      mails: [
        {
          from: maya,
          to: [robin],
          cc: [joao],
          hoursAgo: 1.2,
          blocks: [
            'Hi both,',
            'The review moves to 3 pm, same room. Please bring the two deals that worry you most.',
            'Maya',
          ],
        },
      ],
    },
    {
      subject: 'The Booking Brief: five ideas for a full calendar',
      mails: [
        {
          from: { address: 'news@bookingbrief.example', name: 'The Booking Brief' },
          to: [robin],
          hoursAgo: 8,
          labels: ['^smartlabel_promo', '^sq_ig_i_promo'],
          blocks: [
            'This week: why waiting lists work, a studio that dropped its phone, and three templates to copy.',
            { list: ['Waiting lists that fill themselves', 'Goodbye, phone', 'Three templates'] },
            { link: 'Read it in your browser', href: 'https://bookingbrief.example/issues/118' },
            'You get this mail because you subscribed to The Booking Brief.',
            { link: 'Unsubscribe', href: 'https://bookingbrief.example/unsubscribe' },
          ],
        },
      ],
    },
    {
      subject: '[Buildwatch] Job 4127 finished: passed',
      mails: [
        {
          from: { address: 'no-reply@buildwatch.example', name: 'Buildwatch' },
          to: [robin],
          hoursAgo: 11,
          labels: ['^smartlabel_notification', '^sq_ig_i_personal'],
          blocks: [
            'Job 4127 on branch "booking-page" passed after 6 min 12 s.',
            'This is an automated message, please do not reply.',
            { link: 'See the job', href: 'https://buildwatch.example/jobs/4127' },
          ],
        },
      ],
    },
    {
      subject: 'Your receipt from Paper Post, order 88213',
      mails: [
        {
          from: { address: 'receipts@paperpost.example', name: 'Paper Post' },
          to: [robin],
          hoursAgo: 30,
          labels: ['^smartlabel_receipt', '^sq_ig_i_personal'],
          blocks: [
            'Thank you for your order. Order number: 88213.',
            { list: ['200 business cards: 24.00', 'Delivery: 3.90', 'Total paid: 27.90'] },
            'Please do not reply to this e-mail: this mailbox is not monitored.',
          ],
          attachments: [{ name: 'receipt-88213.pdf', mime: 'application/pdf', size: 31_002 }],
        },
      ],
    },
    {
      subject: 'Lunch on Friday?',
      mails: [
        {
          from: joao,
          to: [robin],
          hoursAgo: 26,
          blocks: ['There is a new noodle place behind the office. Friday at noon?', 'João'],
        },
      ],
    },
  ];
}
