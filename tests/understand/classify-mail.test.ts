import { describe, expect, it } from 'vitest';
import { classifyMail } from '@/utils/understand/classify-mail';

const to = 'ben@sidelog.example';

interface Case {
  what: string;
  kind: string;
  from: string;
  subject: string;
  body: string;
}

const automatic: Case[] = [
  {
    what: 'an English newsletter from a person’s address',
    kind: 'newsletter',
    from: 'Mia from Brightbox <mia@brightbox.example>',
    subject: 'Five ideas for your next offsite',
    body: 'Hi Ben,\n\nthis month we collected five ideas.\n\nRead more\n\nView in browser\nUnsubscribe | Privacy policy\n© 2026 Brightbox Ltd',
  },
  {
    what: 'a German newsletter',
    kind: 'newsletter',
    from: 'Werkzeugwelt <newsletter@werkzeugwelt.example>',
    subject: 'Nur diese Woche: 20 % auf alles',
    body: 'Wird diese E-Mail nicht richtig angezeigt? Im Browser ansehen\n\nUnsere Angebote der Woche.\n\nWenn Sie keine weiteren E-Mails erhalten möchten, können Sie sich hier abmelden. Impressum',
  },
  {
    what: 'a French newsletter',
    kind: 'newsletter',
    from: 'Maison Dupré <contact@dupre.example>',
    subject: 'Nos nouveautés de novembre',
    body: 'Voir la version en ligne\n\nDécouvrez nos nouveautés.\n\nVous recevez cet e-mail car vous êtes client. Se désabonner. Tous droits réservés.',
  },
  {
    what: 'a robot’s note',
    kind: 'notification',
    from: 'Ticketbox <no-reply@ticketbox.example>',
    subject: 'Ticket 4711 was updated',
    body: 'Ticket 4711 is now in progress.',
  },
  {
    what: 'a German robot with a person’s address',
    kind: 'notification',
    from: 'portal@lieferant.example',
    subject: 'Ihr Zugang',
    body: 'Diese E-Mail wurde automatisch erstellt. Bitte antworten Sie nicht auf diese Nachricht.',
  },
  {
    what: 'a receipt',
    kind: 'receipt',
    from: 'Papierhaus <bestellung@papierhaus.example>',
    subject: 'Ihre Bestellung 10023',
    body: 'Vielen Dank für Ihre Bestellung.\nBestellnummer: 10023\nGesamtsumme: 40,00 EUR',
  },
  {
    what: 'an English receipt',
    kind: 'receipt',
    from: 'Cloudhost <billing@cloudhost.example>',
    subject: 'Your receipt from Cloudhost #2210',
    body: 'Amount paid $20.00\nPayment method: card ending in 4242',
  },
  {
    what: 'a bounce',
    kind: 'bounce',
    from: 'Mail Delivery Subsystem <mailer-daemon@mail.example>',
    subject: 'Delivery Status Notification (Failure)',
    body: 'Your message wasn’t delivered to ann@lee.example because the address couldn’t be found.',
  },
  {
    what: 'a German bounce',
    kind: 'bounce',
    from: 'postmaster@firma.example',
    subject: 'Unzustellbar: Angebot',
    body: 'Ihre Nachricht konnte nicht zugestellt werden.',
  },
  {
    what: 'an English absence note',
    kind: 'out-of-office',
    from: 'Anna Berger <anna@nordlicht.example>',
    subject: 'Automatic reply: Your order',
    body: 'I am out of the office until 30 November.',
  },
  {
    what: 'a German absence note with the thread’s own subject',
    kind: 'out-of-office',
    from: 'Jonas Reuter <jonas@reuter.example>',
    subject: 'Re: Angebot',
    body: 'Guten Tag,\n\nich bin bis zum 30. November nicht im Büro. In dringenden Fällen wenden Sie sich bitte an meine Vertretung.',
  },
  {
    what: 'a French absence note',
    kind: 'out-of-office',
    from: 'Claire Fontaine <claire@fontaine.example>',
    subject: 'Réponse automatique : Devis',
    body: 'Je suis absente du bureau jusqu’au 30 novembre.',
  },
  {
    what: 'a calendar’s answer',
    kind: 'calendar-robot',
    from: 'Anna Berger <anna@nordlicht.example>',
    subject: 'Accepted: Demo @ Tue Nov 24, 2026 10am - 11am (CET) (ben@sidelog.example)',
    body: 'anna@nordlicht.example has accepted this invitation.\nInvitation from Google Calendar',
  },
];

// Not among what the weights were learnt from.
const modern: Case[] = [
  {
    what: 'a Portuguese newsletter',
    kind: 'newsletter',
    from: 'Loja Verde <ola@lojaverde.example>',
    subject: 'Novidades da semana',
    body: 'Saiba mais sobre os novos produtos. Está a receber este e-mail porque é cliente. Para cancelar a subscrição clique aqui.',
  },
  {
    what: 'an Italian newsletter',
    kind: 'newsletter',
    from: 'Casa Luce <ciao@casaluce.example>',
    subject: 'Saldi: sconto del 30%',
    body: 'Scopri di più sulle lampade. Hai ricevuto questa email perché sei iscritto. Non desideri più ricevere le nostre email? Disiscriviti',
  },
  {
    what: 'a Japanese mailing',
    kind: 'newsletter',
    from: '本の森 <mail@honnomori.example>',
    subject: '【お知らせ】新刊ニュース',
    body: '会員の皆様\n\n新刊のご案内です。詳細はこちら\nhttps://honnomori.example/1\n\n配信停止はこちら\nこのメールは会員の方にお送りしています。',
  },
  {
    what: 'a Dutch robot',
    kind: 'notification',
    from: 'Portaal <portaal@leverancier.example>',
    subject: 'Uw aanvraag is ontvangen',
    body: 'Deze e-mail is automatisch verzonden. Gelieve niet te antwoorden.',
  },
  {
    what: 'a program’s alarm',
    kind: 'notification',
    from: 'Watchtower <notifications@watchtower.example>',
    subject: 'Alert resolved: api latency',
    body: 'Monitor: api latency\nStatus: resolved\nDuration: 12m',
  },
  {
    what: 'a pitch typed by hand',
    kind: 'spam-like',
    from: 'Chris Vale <chris@valegrowth.example>',
    subject: 'Quick question',
    body: 'Hi Ben,\n\nI came across your profile. We help SaaS companies like yours get more qualified leads. Open to a quick call?\n\nChris',
  },
];

const human: Omit<Case, 'kind'>[] = [
  {
    what: 'a customer who asks',
    from: 'Anna Berger <anna@nordlicht.example>',
    subject: 'Order',
    body: 'Hi Ben, could you send me the quote by Friday? Best, Anna',
  },
  {
    what: 'a customer who says that she will be away next week',
    from: 'Anna Berger <anna@nordlicht.example>',
    subject: 'Re: Demo',
    body: 'Hi Ben, I am on vacation next week, can we do the demo on the 30th?',
  },
  {
    what: 'a customer who writes about invoices and orders',
    from: 'Tom Hale <tom@hale.example>',
    subject: 'Re: Your invoice 2210',
    body: 'Ben, the order number on your invoice is wrong, it should be 4711. Please send a new one.',
  },
  {
    what: 'a customer who wants to be taken off a service',
    from: 'Miriam Kohl <miriam@kohl.example>',
    subject: 'Vertrag',
    body: 'Hallo Ben, wir möchten zwei Geräte zum Jahresende abmelden. Was müssen wir tun?',
  },
  {
    what: 'somebody at an info address',
    from: 'Bäckerei Kohl <info@kohl.example>',
    subject: 'Anfrage',
    body: 'Guten Tag, wir brauchen ein Angebot für zwei Öfen.',
  },
  {
    what: 'an answer with a newsletter below it',
    from: 'Luc Moreau <luc@moreau.example>',
    subject: 'Re: Nos nouveautés',
    body: 'Bonjour, le deuxième produit nous intéresse.\n\nLe lun. 16 nov. 2026 à 09:15, Ben <ben@sidelog.example> a écrit :\n\n> Se désabonner. Voir la version en ligne. Tous droits réservés.',
  },
  {
    what: 'a customer with a legal footer',
    from: 'Ines Calder <ines@calder.example>',
    subject: 'Contract',
    body: 'Ben, we sign on Monday.\n\nInes\n\nSee our privacy policy at https://calder.example/privacy. © 2026 Calder',
  },
];

describe('who wrote a mail, without its headers', () => {
  it.each([...automatic, ...modern])('knows $what', ({ kind, from, subject, body }) => {
    const found = classifyMail({ from, to, subject, body });
    expect(found).toMatchObject({ automated: true, kind });
    expect(found.reason).not.toBe('');
  });

  it.each(human)('takes $what for a person', ({ from, subject, body }) => {
    expect(classifyMail({ from, to, subject, body })).toMatchObject({ automated: false, kind: 'human' });
  });
});

describe('who wrote a mail, with its headers', () => {
  const mail = { from: 'Anna <anna@nordlicht.example>', to, subject: 'Hello', body: 'Hello Ben' };
  it.each([
    ['auto-submitted', 'auto-replied', 'out-of-office'],
    ['auto-submitted', 'auto-generated', 'notification'],
    ['list-unsubscribe', '<https://x.example/u>', 'newsletter'],
    ['content-type', 'multipart/report; report-type=delivery-status', 'bounce'],
    ['content-type', 'text/calendar; method=REPLY', 'calendar-robot'],
  ])('%s: %s is a machine’s', (name, value, kind) => {
    expect(classifyMail({ ...mail, headers: { [name]: [value] } })).toMatchObject({ automated: true, kind });
  });

  it('people write on discussion lists', () => {
    const headers = { 'list-unsubscribe': ['<mailto:u@l.example>'], 'list-post': ['<mailto:l@l.example>'] };
    expect(classifyMail({ ...mail, headers }).automated).toBe(false);
  });
});

describe('a customer who writes two lines is never called a machine', () => {
  it.each([
    ['Anna <anna@kunde.example>', 'Angebot für Pumpen', 'Guten Tag Rita,\nbitte senden Sie uns das Angebot.'],
    ['Marie <marie@client.example>', 'Devis', 'Bonjour Rita,\npouvez-vous nous envoyer le devis ?\nMarie'],
    ['Ben <ben@kunde.example>', 'Invoice 123', 'Hi, your invoice 123 is wrong, please correct it. Ben'],
    ['José <jose@cliente.example>', 'Pedido', 'Hola Rita, ¿nos puede confirmar el pedido? Gracias. José'],
    [
      'Kunde GmbH <einkauf@kunde.example>',
      'Bestellung 4711',
      'Hiermit bestellen wir 40 Pumpen. Peter Schmidt',
    ],
    ['info@kunde.example', 'Anfrage', 'Bitte rufen Sie uns an, danke.'],
    ['Tom <tom@kunde.example>', 'Your proposal', 'You can send it to me. Your price is fine for us.'],
    ['Kim <kim@kunde.example>', 'Order', 'Please send us 40 more seats. You have our address.'],
  ])('%s: %s', (from, subject, body) => {
    expect(classifyMail({ from, to, subject, body })).toMatchObject({ automated: false, kind: 'human' });
  });
});
