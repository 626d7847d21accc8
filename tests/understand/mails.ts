/*
 * Bodies as Gmail, Outlook and Apple Mail make them, of invented people. `own` is what the sender wrote (without the
 * signature in its element), `gone` are words that must not survive.
 */
export interface Body {
  name: string;
  type: 'html' | 'text';
  content: string;
  own: string[];
  gone: string[];
  summary: string;
}

export const bodies: Body[] = [
  {
    name: 'Gmail, English, a reply with signature',
    type: 'html',
    content: `<div dir="ltr"><div>Hi Ben,</div><div><br></div><div>thanks for the call. We would like to order 40 units of the new controller. Could you send me the quote by Friday?</div><div><br></div><div>Best regards,</div><div>Anna</div><br clear="all"><div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>Anna Berger<br>Head of Purchasing<br>Tel. +49 40 555 0101</div></div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Nov 17, 2026 at 10:12 AM Ben Sommer &lt;<a href="mailto:ben@sidelog.example">ben@sidelog.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div dir="ltr">Hello Anna, here is the brochure.</div></blockquote></div>`,
    own: ['We would like to order 40 units of the new controller.'],
    gone: ['brochure', 'wrote:', 'Head of Purchasing'],
    summary: 'We would like to order 40 units of the new controller. Could you send me the quote by Friday?',
  },
  {
    name: 'Outlook on the web, German',
    type: 'html',
    content: `<html><head><style type="text/css" style="display:none;">P {margin-top:0;margin-bottom:0;}</style></head><body dir="ltr"><div class="elementToProof" style="font-family: Calibri">Sehr geehrter Herr Sommer,</div><div class="elementToProof"><br></div><div class="elementToProof">vielen Dank für Ihr Angebot vom 12. November. Wir haben uns für die große Ausführung entschieden und benötigen die Lieferung bis zum 3. Dezember. Bitte bestätigen Sie den Termin.</div><div><br></div><div>Mit freundlichen Grüßen</div><div>Jonas Reuter</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>Von:</b> Ben Sommer &lt;ben@sidelog.example&gt;<br><b>Gesendet:</b> Donnerstag, 12. November 2026 09:00<br><b>An:</b> Jonas Reuter<br><b>Betreff:</b> Angebot</font><div>&nbsp;</div></div><div>Anbei unser Angebot.</div></body></html>`,
    own: [
      'Wir haben uns für die große Ausführung entschieden und benötigen die Lieferung bis zum 3. Dezember.',
    ],
    gone: ['Anbei', 'Gesendet', 'margin-top'],
    summary:
      'Wir haben uns für die große Ausführung entschieden und benötigen die Lieferung bis zum 3. Dezember. Bitte bestätigen Sie den Termin.',
  },
  {
    name: 'Outlook for Windows, French, history under a thin line',
    type: 'html',
    content: `<html><body lang="FR"><div class="WordSection1"><p class="MsoNormal">Bonjour Monsieur Sommer,<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Nous souhaitons avancer la livraison au 20 novembre. Pourriez-vous nous envoyer un devis pour deux machines&nbsp;?<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p><p class="MsoNormal">Cordialement,<o:p></o:p></p><p class="MsoNormal">Claire Fontaine<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>De&nbsp;:</b> Ben Sommer &lt;ben@sidelog.example&gt; <br><b>Envoyé&nbsp;:</b> lundi 9 novembre 2026 14:03<br><b>À&nbsp;:</b> Claire Fontaine &lt;claire@fontaine.example&gt;<br><b>Objet&nbsp;:</b> Votre demande<o:p></o:p></p></div><p class="MsoNormal">Voici notre catalogue.<o:p></o:p></p></div></body></html>`,
    own: ['Nous souhaitons avancer la livraison au 20 novembre.'],
    gone: ['catalogue', 'Envoyé', 'Votre demande'],
    summary:
      'Nous souhaitons avancer la livraison au 20 novembre. Pourriez-vous nous envoyer un devis pour deux machines ?',
  },
  {
    name: 'Apple Mail, English, from a phone',
    type: 'html',
    content: `<html><head></head><body dir="auto">The contract looks fine to us, we will sign it tomorrow.<br><br><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 17 Nov 2026, at 18:20, Ben Sommer &lt;ben@sidelog.example&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">Did you have time to read the contract?</div></blockquote></body></html>`,
    own: ['The contract looks fine to us, we will sign it tomorrow.'],
    gone: ['Sent from', 'Did you have time', 'wrote:'],
    summary: 'The contract looks fine to us, we will sign it tomorrow.',
  },
  {
    name: 'Apple Mail, German, plain text',
    type: 'text',
    content:
      'Hallo Ben,\n\nder Preis passt, wir nehmen drei Stück. Die Rechnung bitte an die Buchhaltung in Bremen.\n\nViele Grüße aus Bremen\nMiriam\n\n> Am 16.11.2026 um 11:40 schrieb Ben Sommer <ben@sidelog.example>:\n> \n> Hallo Miriam, passt der Preis?\n',
    own: ['der Preis passt, wir nehmen drei Stück.'],
    gone: ['passt der Preis?', 'schrieb'],
    summary: 'der Preis passt, wir nehmen drei Stück. Die Rechnung bitte an die Buchhaltung in Bremen.',
  },
  {
    name: 'Gmail, French, plain text, attribution on two lines',
    type: 'text',
    content:
      "Bonjour Ben,\r\n\r\nJe vous confirme notre accord pour la formation du 8 décembre.\r\n\r\nBien cordialement,\r\nLuc\r\n\r\nLe lun. 16 nov. 2026 à 09:15, Ben Sommer <ben@sidelog.example> a\r\nécrit :\r\n\r\n> Bonjour Luc,\r\n> êtes-vous d'accord ?\r\n",
    own: ['Je vous confirme notre accord pour la formation du 8 décembre.'],
    gone: ['êtes-vous', 'écrit'],
    summary: 'Je vous confirme notre accord pour la formation du 8 décembre.',
  },
  {
    name: 'Outlook, English, plain text',
    type: 'text',
    content:
      'CAUTION: This email originated from outside of the organization.\n\nBen,\n\nplease find the signed order attached. We need delivery before Christmas.\n\nRegards\nTom\n\nThis e-mail is confidential and intended solely for the use of the named recipient. If you received it in error, delete it.\n\n________________________________\nFrom: Ben Sommer <ben@sidelog.example>\nSent: Monday, November 16, 2026 8:00 AM\nTo: Tom Hale <tom@hale.example>\nSubject: Order form\n\nHi Tom, here is the form.\n',
    own: ['please find the signed order attached.'],
    gone: ['here is the form', 'confidential', 'CAUTION', 'Subject:'],
    summary: 'please find the signed order attached. We need delivery before Christmas.',
  },
];
