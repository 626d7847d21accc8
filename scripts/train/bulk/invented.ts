/*
 * Mail of today, invented: what the public sets, which end in 2002, do not have. Read by the training script only.
 * First the kind, then From, Subject, body.
 */
export type Invented = readonly [kind: string, from: string, subject: string, body: string];

const cell = (inner: string) =>
  `<table role="presentation" cellpadding="0" width="600" bgcolor="#ffffff"><tr><td style="background-color:#f4f4f4;border-radius:4px" align="center">${inner}</td></tr></table>`;
const link = (words: string, n: number) =>
  `<a href="https://click.send.example/ls/click?upn=${'aB3x9'.repeat(12)}${n}">${words}</a>`;
const picture = (n: number) => `<img src="https://cdn.send.example/${n}.png" width="600">`;
const letter = (...parts: string[]) =>
  `<html><body>${cell(picture(1))}${parts.map((part, n) => cell(`<p>${part}</p>${picture(n)}${link('→', n)}`)).join('')}<img src="https://t.send.example/o.gif" width="1" height="1"></body></html>`;

export const invented: readonly Invented[] = [
  // Mailings
  [
    'newsletter',
    'Nora at Fieldnote <nora@fieldnote.example>',
    'The three metrics we stopped tracking',
    letter(
      'Hi there, last month we deleted three dashboards. Here is what happened.',
      'Read the full story',
      'You’re receiving this because you signed up at fieldnote.example. Unsubscribe · Manage preferences',
    ),
  ],
  [
    'newsletter',
    'Hafenkontor <hallo@hafenkontor.example>',
    'Neu im Shop: Winterkollektion',
    letter(
      'Entdecke die neue Kollektion',
      'Jetzt shoppen',
      'Du möchtest keine E-Mails mehr erhalten? Hier abmelden. Impressum',
    ),
  ],
  [
    'newsletter',
    'Atelier Brume <bonjour@atelier-brume.example>',
    'Les soldes commencent aujourd’hui',
    letter('Jusqu’à -40 % de réduction', 'J’en profite', 'Se désinscrire – Voir dans le navigateur'),
  ],
  [
    'newsletter',
    'Librería Faro <boletin@faro.example>',
    'Novedades de noviembre',
    letter(
      'Descubre las novedades',
      'Leer más',
      'Si no deseas recibir este boletín, puedes darte de baja aquí.',
    ),
  ],
  [
    'newsletter',
    'Padaria Central <contato@padariacentral.example>',
    'Ofertas da semana',
    letter('Veja as ofertas', 'Compre agora', 'Para cancelar a inscrição clique aqui'),
  ],
  [
    'newsletter',
    'Cantina Viola <info@cantinaviola.example>',
    'Novità in cantina',
    letter('Scopri di più', 'Sconto del 10%', 'Ricevi questa email perché sei iscritto. Disiscriviti'),
  ],
  [
    'newsletter',
    'Fietshuis <nieuws@fietshuis.example>',
    'Nieuwsbrief november',
    letter(
      'Lees meer',
      'Aanbieding',
      'Je ontvangt deze mail omdat je klant bent. Afmelden voor deze nieuwsbrief',
    ),
  ],
  [
    'newsletter',
    '花屋通信 <news@hanaya.example>',
    '【お知らせ】冬のセール',
    letter('冬のセールが始まりました。詳細はこちら', '配信停止はこちら'),
  ],
  [
    'newsletter',
    'Data Weekly <dan@dataweekly.example>',
    'Data Weekly, issue 212',
    'Hello readers,\n\nThis week: four articles on forecasting.\n\n1. Why averages lie https://dataweekly.example/1\n2. Small multiples https://dataweekly.example/2\n3. The cost of joins https://dataweekly.example/3\n\nSee you next week,\nDan\n\nYou subscribed at dataweekly.example. To stop, click here: https://dataweekly.example/u',
  ],
  [
    'newsletter',
    'Verband Maschinenbau <rundbrief@verband.example>',
    'Rundbrief 11/2026',
    'Liebe Mitglieder,\n\nunser Jahrestreffen findet am 3. Dezember statt. Wir freuen uns auf zahlreiche Anmeldungen.\n\nWeitere Informationen: https://verband.example/treffen\n\nIhre Geschäftsstelle',
  ],
  [
    'newsletter',
    'Summit Events <events@summit.example>',
    'Last chance to register: Revenue Summit',
    letter(
      'Join 3,000 leaders. Register now',
      'Early bird ends Friday. Save 20%',
      '© 2026 Summit Ltd. Privacy policy. Opt out',
    ),
  ],
  // Programs
  [
    'notification',
    'Taskboard <notifications@taskboard.example>',
    '[Website] Ana mentioned you in “Launch”',
    'Ana mentioned you in a comment:\n\n@ben can you look at this?\n\nView task: https://taskboard.example/t/1\n\nReply to this email to comment, or turn off these notifications.',
  ],
  [
    'notification',
    'Cloudport Alerts <alerts@cloudport.example>',
    'ALERT: CPU usage above 90% on web-2',
    'Status: firing\nInstance: web-2\nValue: 93.4\nStarted: 2026-11-20 10:02:11\n\nView dashboard',
  ],
  [
    'notification',
    'Codehouse <builds@codehouse.example>',
    'Build #4121 failed (main)',
    'Pipeline: web\nBranch: main\nStatus: failed\nDuration: 3m 12s\n\nhttps://codehouse.example/b/4121',
  ],
  [
    'notification',
    'Bank Nordsee <service@banknordsee.example>',
    'Neue Nachricht in Ihrem Postfach',
    'Guten Tag,\n\nin Ihrem Online-Postfach liegt eine neue Nachricht für Sie bereit. Bitte melden Sie sich an, um sie zu lesen.\n\nDies ist eine automatisch erstellte Nachricht.',
  ],
  [
    'notification',
    'Signpad <sign@signpad.example>',
    'Completed: Service agreement',
    letter(
      'All parties have completed Service agreement.',
      'View completed document',
      'Do not share this email',
    ),
  ],
  [
    'notification',
    'Kennwort-Dienst <konto@dienst.example>',
    'Bestätigen Sie Ihre E-Mail-Adresse',
    'Ihr Bestätigungscode lautet 482 113. Er ist 10 Minuten gültig.',
  ],
  [
    'notification',
    'Visio <acces@visio.example>',
    'Nouvelle connexion à votre compte',
    'Une nouvelle connexion a été détectée depuis un navigateur. Si ce n’est pas vous, changez votre mot de passe.',
  ],
  [
    'notification',
    'Portal <portal@proveedor.example>',
    'Su solicitud 88120 ha sido recibida',
    'Hemos recibido su solicitud. Número: 88120. Este es un mensaje automático, por favor no responda a este correo.',
  ],
  [
    'notification',
    'CRM <crm@tool.example>',
    'Weekly report for your team',
    letter(
      'Calls: 12',
      'Mails: 40',
      'You are receiving this report because you are an admin. Manage notifications',
    ),
  ],
  [
    'notification',
    'Helpdesk <support@werkzeug.example>',
    '[Ticket 5512] We received your request',
    'Hello,\n\nwe have received your request and opened ticket 5512. Our team will get back to you within one business day.\n\n##- Please type your reply above this line -##',
  ],
  [
    'notification',
    'Filebox <no-reply@filebox.example>',
    'Maria shared “Q4 plan” with you',
    letter('Maria Santos (maria@santos.example) shared a file with you', 'Open', '© 2026 Filebox'),
  ],
  [
    'notification',
    'IT Operations <it@firma.example>',
    'Planned maintenance on Saturday',
    'Dear all,\n\nthe ERP will be unavailable on Saturday from 08:00 to 12:00. Please direct any questions to the help desk.\n\nIT Operations',
  ],
  [
    'notification',
    'Personalabteilung <personal@firma.example>',
    'Betriebsausflug 2026',
    'Liebe Kolleginnen und Kollegen,\n\nder Betriebsausflug findet am 12. Juni statt. Bitte melden Sie sich bis zum 1. Juni im Intranet an.\n\nIhre Personalabteilung',
  ],
  [
    'notification',
    'メール配信 <info@service.example>',
    '【重要】パスワード変更のお知らせ',
    'お客様のパスワードが変更されました。\n\nこのメールは送信専用です。返信いただいてもお答えできません。',
  ],
  // Bills and parcels
  [
    'receipt',
    'Streamly <billing@streamly.example>',
    'Your receipt from Streamly #1932-2210',
    letter(
      'Receipt from Streamly',
      'Amount paid $49.00',
      'Payment method Visa 4242',
      'Questions? Visit our support site',
    ),
  ],
  [
    'receipt',
    'Bahnticket <buchung@bahnticket.example>',
    'Ihre Buchungsbestätigung XK82PL',
    'Vielen Dank für Ihre Buchung.\nBuchungsnummer: XK82PL\nBetrag: 64,90 EUR\nZahlungsart: Kreditkarte',
  ],
  [
    'receipt',
    'Colis Express <suivi@colis.example>',
    'Votre colis est en route',
    'Bonjour,\nvotre colis sera livré demain.\nNuméro de suivi : 6A1234\nMerci pour votre commande.',
  ],
  [
    'receipt',
    'Tienda Sol <pedidos@tiendasol.example>',
    'Confirmación de tu pedido 20981',
    letter('Gracias por tu compra', 'Total: 38,20 €', 'Seguir mi pedido'),
  ],
  // Cold pitches
  [
    'spam-like',
    'Jake Turner <jake@getpipeline.example>',
    'Re-thinking outbound?',
    'Hi Ben,\n\nI noticed you are hiring SDRs. We help B2B companies like yours book 20+ qualified meetings a month, or you don’t pay.\n\nWorth a quick chat next week?\n\nJake\n\nP.S. If this isn’t for you, just reply “no”.',
  ],
  [
    'spam-like',
    'Priya S <priya@weblinks.example>',
    'Website proposal',
    'Hello Sir,\n\nI was visiting your website and found some errors. We offer SEO and web design services at affordable prices. Can I send you a free audit report?\n\nKind regards',
  ],
  [
    'spam-like',
    'Marc Leroy <marc@croissance.example>',
    'Question rapide',
    'Bonjour,\n\nje suis tombé sur votre profil. Nous aidons les entreprises comme la vôtre à obtenir des rendez-vous qualifiés, sans engagement. Seriez-vous disponible pour un échange de 15 minutes ?\n\nPas intéressé ? Répondez STOP.',
  ],
  [
    'spam-like',
    'Laura Gil <laura@crecer.example>',
    'Pregunta rápida',
    'Hola Ben,\n\nhe visto vuestra web y me ha impresionado. Ayudamos a empresas como la tuya a conseguir nuevos clientes con posicionamiento en Google, sin compromiso. ¿Te reservo una llamada de 15 minutos?',
  ],
  [
    'spam-like',
    'Tim Acker <tim@mehrumsatz.example>',
    'Neukunden für Ihr Unternehmen',
    'Hallo Herr Sommer,\n\nwir haben bereits 80 Unternehmen zu mehr Umsatz verholfen, garantiert oder Geld zurück. Buchen Sie jetzt ein kostenloses Erstgespräch.\n\nKein Interesse? Einfach kurz antworten.',
  ],
  [
    'spam-like',
    'Expo Lists <grace@expolists.example>',
    'Attendees list 2026',
    'Hi,\n\nWould you be interested in the attendees list of the trade fair? It has 12,000 verified contacts with decision makers’ emails. Let me know and I will send counts and price.\n\nGrace',
  ],
  // People, some of them hard
  [
    'human',
    'Anna Berger <anna@nordlicht.example>',
    'Newsletter für unsere Kunden',
    'Hallo Ben,\n\nunser Marketing möchte Sie in den nächsten Newsletter aufnehmen. Passt Ihnen ein Interview am Dienstag? Abmelden können Sie sich natürlich jederzeit.\n\nViele Grüße\nAnna',
  ],
  [
    'human',
    'Tom Hale <tom@hale.example>',
    'Unsubscribe me please',
    'Ben,\n\nplease take me off your mailing list, I get three mails a week. But do send me the new price list.\n\nTom',
  ],
  [
    'human',
    'Office Kohl <office@kohl.example>',
    'Bestellung 4711',
    'Guten Tag,\n\nhiermit bestellen wir 20 Stück laut Ihrem Angebot. Lieferung bitte an unser Lager in Bremen. Bitte bestätigen Sie die Bestellung.\n\nMit freundlichen Grüßen\nEinkauf Kohl GmbH',
  ],
  [
    'human',
    'Accounts Payable <accounts@hale.example>',
    'Invoice 2210',
    'Hello,\n\nwe cannot find the purchase order for invoice 2210. Could you send a copy with the order number? We will pay it this week then.\n\nRegards\nAccounts Payable, Hale Ltd',
  ],
  [
    'human',
    'Support <support@kunde.example>',
    'Error in version 3.2',
    'Hi,\n\nsince the update the export fails with an error. Status is always "failed". Can somebody call us today?\n\nThanks, the admin team at Kunde',
  ],
  [
    'human',
    'Claire Fontaine <claire@fontaine.example>',
    'Devis',
    `<div>Bonjour Ben,</div><div>merci pour votre offre. Pourriez-vous ajouter deux licences ?</div><table cellpadding="0"><tr><td><img src="cid:logo"></td><td>Claire Fontaine<br>Directrice des achats<br><a href="https://fontaine.example">fontaine.example</a></td></tr></table><table><tr><td><img src="a.png"><a href="https://social.example/1">in</a><img src="b.png"></td></tr></table><p>Ce message est confidentiel.</p>`,
  ],
  [
    'human',
    'Ines Calder <ines@calder.example>',
    'Re: Reminder: proposal expires Friday',
    `<div>Hi Ben, we will decide on Thursday.</div><div>Ines</div><table bgcolor="#ffffff"><tr><td style="background-color:#fff"><a href="https://calder.example"><img src="l.png"></a> <a href="https://calder.example/webinar">Register for our webinar</a></td></tr></table><p>Calder Ltd. Privacy policy. © 2026</p>`,
  ],
  [
    'human',
    'Jonas Reuter <jonas@reuter.example>',
    'Termin',
    'Moin Ben, ich bin ab Montag im Urlaub. Können wir vorher telefonieren? 0171 passt. Jonas',
  ],
  [
    'human',
    'Luc Moreau <luc@moreau.example>',
    'Commande',
    'Bonjour, votre colis est arrivé mais il manque deux pièces. Le numéro de suivi est 6A1234. Que faisons-nous ?\n\nLuc',
  ],
  [
    'human',
    'Marta Ruiz <marta@ruiz.example>',
    'Propuesta',
    'Hola Ben:\n\nhemos revisado la propuesta con dirección. El precio nos parece bien. ¿Podéis incluir formación? Quedamos a la espera.\n\nUn saludo,\nMarta',
  ],
  [
    'human',
    'Rui Costa <rui@costa.example>',
    'Proposta',
    'Olá Ben,\n\nobrigado pela apresentação. A equipa gostou. Pode enviar o contrato até sexta?\n\nAbraço\nRui',
  ],
  [
    'human',
    'Elena Conti <elena@conti.example>',
    'Offerta',
    'Buongiorno,\n\nabbiamo ricevuto la vostra offerta. Lo sconto è troppo basso: è possibile arrivare al 10%?\n\nCordiali saluti\nElena Conti',
  ],
  [
    'human',
    'Joost Bakker <joost@bakker.example>',
    'Offerte',
    'Dag Ben,\n\nbedankt voor de offerte. We gaan akkoord. Wanneer kunnen jullie starten?\n\nGroet,\nJoost',
  ],
  [
    'human',
    '佐藤 <sato@sato.example>',
    'お見積りの件',
    'ゾンマー様\n\nお世話になっております。佐藤です。\nお見積りありがとうございました。金額について一点確認させてください。\n\nよろしくお願いいたします。\n佐藤',
  ],
  [
    'human',
    'Grace Obi <grace@obi.example>',
    'Meeting notes and next steps',
    'Hi all,\n\nhere are the notes from today:\n\n- Scope: 40 seats, start in March\n- Price: 10% discount if signed by Friday\n- Security: questionnaire due on the 4th\n- Contact: Tom for IT, Ann for legal\n\nPlease shout if something is missing.\n\nGrace',
  ],
  [
    'human',
    'Ted Lowe <ted@lowe.example>',
    'FW: Update your payment details',
    'Ben, is this from you? It looks like a phishing mail to me. Please check before we click on the link.',
  ],
  [
    'human',
    'Sales Team Brix <hello@brix.example>',
    'Interested in your product',
    'Hello,\n\nwe are a company of 40 people and looking for a tool for our sales team. Do you offer a free trial, and what does it cost for 40 users? We would like a demo next week.\n\nKind regards\nMona Brix',
  ],
  [
    'human',
    'Daniel Weiss <daniel@weiss.example>',
    'Introduction',
    'Hi Ben,\n\nwe help hospitals plan their shifts and are looking for a partner for telephony. A colleague recommended you. Do you have time for a short call this week?\n\nBest\nDaniel',
  ],
  ['human', 'Wei Zhang <wei@zhang.example>', 'Order', 'Ok, go ahead. PO 5500123 attached.'],
  [
    'human',
    'Olga Petrova <olga@petrova.example>',
    'Contract signed',
    'Signed and attached. Looking forward to working together!',
  ],
  [
    'human',
    'Henrik Dahl <henrik@dahl.example>',
    'Maintenance on our side',
    'Hello Ben,\n\nour system will be unavailable on Saturday, so please do not send any orders through the interface. We will let you know when it is back.\n\nHenrik',
  ],
  [
    'human',
    'Paula Stein <paula@stein.example>',
    'Ticket 5512',
    'Hallo Ben,\n\nTicket 5512 ist seit zwei Wochen offen. Status laut Portal: „in Arbeit“. Wann bekommen wir eine Lösung? So können wir nicht verlängern.\n\nPaula Stein\nLeiterin IT',
  ],
];
