/*
 * What machines write, in English, German and French (a little Spanish, Italian, Dutch). Plain alternations without
 * nested repetition, tried on texts of bounded length.
 */

/** Local parts that no person answers. Compared whole, or as a part between `.`, `-`, `_`, `+`. */
const robots = new Set(
  'noreply|no-reply|no_reply|donotreply|do-not-reply|do_not_reply|dontreply|nicht-antworten|nichtantworten|keine-antwort|keineantwort|nepasrepondre|ne-pas-repondre|noresponse|notification|notifications|notify|notifier|alert|alerts|automail|automated|auto|autoreply|auto-confirm|mailer|robot|bot|system|daemon|cron|root|nagios|jenkins|updates|update|reminder|reminders|bounce|bounces|rssfeeds|digest|postmaster|mailer-daemon|mailerdaemon|service-notification|donot|messenger|mailbot|survey|surveys|umfrage|verification|verify|confirmations|security-noreply|calendar-notification'.split(
    '|',
  ),
);
/** Local parts of mass mail. */
const mass = new Set(
  'newsletter|newsletters|news|marketing|promo|promotions|promotion|offers|offer|deals|campaign|campaigns|mailing|mailings|infomail|aktion|angebote|angebot|subscriptions|subscribe|subscription|list|email|emails|e-mail|mail|crm|member|members|club|community|editor|redaktion|insider|weekly|daily'.split(
    '|',
  ),
);
/** Local parts that write bills and confirmations. */
const billing = new Set(
  'billing|receipt|receipts|invoice|invoices|invoicing|order|orders|order-update|shipping|shipment|payments|payment|rechnung|rechnungen|bestellung|bestellungen|versand|zahlung|facture|factures|facturation|commande|commandes|paiement|auto-confirm|shipment-tracking|order-confirmation|tracking|statement|statements|noreply-billing'.split(
    '|',
  ),
);

export type SenderWord = 'bounce' | 'robot' | 'mass' | 'billing' | null;

/** What the address's local part says about who writes. */
export function senderWord(address: string): SenderWord {
  const at = address.lastIndexOf('@');
  const local = (at > 0 ? address.slice(0, at) : address).slice(0, 100).toLowerCase();
  if (/^(mailer-?daemon|postmaster|mail-?daemon|bounces?)\b/.test(local)) return 'bounce';
  const parts = [local, ...local.split(/[._+=\-\d]+/)];
  if (/no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre/.test(local)) {
    return parts.some((part) => billing.has(part)) ? 'billing' : 'robot';
  }
  if (parts.some((part) => billing.has(part))) return 'billing';
  if (parts.some((part) => robots.has(part))) return 'robot';
  if (
    mass.has(local) ||
    parts.some((part) => /^(newsletters?|marketing|promo|mailings?|campaigns?)$/.test(part))
  )
    return 'mass';
  return null;
}

export const bounceSubject =
  /^(undeliver(able|ed)|delivery (status notification|failure|has failed|delayed)|(mail|message) delivery (failed|failure|subsystem)|returned mail|failure notice|failed delivery|mail system error|delivery notification|warning: (could not send|message)|non[- ]?d(elivery|istribu)|unzustellbar|nicht zugestellt|zustellung fehlgeschlagen|zustellungsfehler|nachricht konnte nicht|mail konnte nicht|échec de (la )?(remise|distribution|livraison)|message non (remis|distribué|délivré)|non remis|undelivered mail|rejected:|email feedback report|complaint about message|spam report|abuse report|couldn't be delivered|your message .{0,40}(could not|couldn't|not) be delivered)/i;
export const bounceBody =
  /(this is the (mail system at host|postfix program|mail delivery agent|qmail-send program)|delivery to the following recipients? failed|(could|can) ?not be delivered to (one or more|the following|these)|wasn't delivered to|konnte nicht (an (folgende|die folgenden|den)|zugestellt werden)|n'a pas pu être (remis|distribué|délivré)|permanent (fatal )?(error|failure)|recipient (address )?rejected|user unknown|mailbox (is full|unavailable|full)|550[ -]5\.\d\.\d|status: 5\.\d\.\d|diagnostic-code:|the following addresses had (permanent|transient))/i;

export const absenceSubject =
  /^(re: |aw: |sv: )?(automatic (reply|response)|auto(mated|matic)?[- :]?(reply|response|antwort|respond\w*)|autosvar|out[- ]of[- ](the[- ])?office|out of office|ooo\b|on (vacation|leave|holiday)|(i am|i'm) (currently )?(away|out of)|away from|vacation (reply|response|notice)|automatische (antwort|abwesenheit\w*|rückantwort)|abwesenheits\w*|abwesend|abwesenheit|außer haus|nicht im (büro|haus)|ich bin (nicht|im urlaub)|urlaub|réponse automatique|absence( du bureau)?|absent\w*|message d'absence|je suis absent|en congés?|respuesta automática|fuera de la oficina|risposta automatica|fuori ufficio|resposta automática|automatisch antwoord|automatisch bericht|afwezig\w*)\b/i;
const absenceState =
  /\b((i am|i'm|i will be|i'll be) (currently |presently )?(out of (the |my )?office|away (from|until)|on (annual |parental |maternity |sick )?(leave|vacation|holiday)|travell?ing)|thank you for your (e-?mail|message).{0,60}(i am|i'm) (currently )?(out|away|on)|ich bin (derzeit|zurzeit|zur zeit|momentan|aktuell|im moment|vom|ab|bis|heute|am)?.{0,60}(nicht im (büro|haus)|nicht erreichbar|außer haus|im urlaub|abwesend|nicht am arbeitsplatz|in elternzeit|nicht an meinem)|(befinde|bin) mich .{0,40}urlaub|je suis (actuellement |en ce moment )?(absente?|en (congés?|vacances|déplacement)|hors du bureau)|je serai (absente?|de retour)|estoy fuera de la oficina|sono fuori ufficio)\b/i;
const absenceMore =
  /\b(limited access|no access|not have access|i will (be back|return|respond|reply)|(back|return(ing)?) (in|to|on) (the )?(office|monday|tuesday|wednesday|thursday|friday|\d)|upon my return|when i return|in urgent (cases|matters)|(for|if) (anything )?urgent|in my absence|please contact|nicht gelesen|nicht weitergeleitet|nicht bearbeitet|wieder (für sie da|erreichbar|im büro|da|zurück)|in dringenden|dringende\w*|vertretung|vertritt mich|nach meiner rückkehr|ab dem|de retour|à mon retour|en cas d'urgence|pour toute urgence|mon absence|accès limité|veuillez contacter|à mi regreso|al mio ritorno)\b/i;

/** Whether the text reads as an absence note: says so at its beginning, and what to do meanwhile. */
export function readsAsAbsence(text: string): boolean {
  const head = text.slice(0, 400).replace(/\s+/g, ' ');
  return (
    absenceState.test(head) &&
    absenceMore.test(text.slice(0, 1500).replace(/\s+/g, ' ')) &&
    text.length < 2500
  );
}

export const calendarSubject =
  /^(accepted|declined|tentative(ly accepted)?|(updated |synced )?invitation( with note)?|updated invitation|cancel(l)?ed( event)?( with note)?|zugesagt|abgelehnt|mit vorbehalt|vorläufig zugesagt|abgesagt|(aktualisierte )?einladung|termin abgesagt|accepté|refusé|provisoire|invitation( modifiée)?|annulé|événement annulé|aceptado|rechazado|accettato|rifiutato|geaccepteerd|geweigerd|new event|neuer termin|aceito|recusado|convite|convocatoria|invitación|invito|uitnodiging|afgewezen|annullato|cancelado|geannuleerd|承諾|辞退|招待|new time proposed|neue zeit vorgeschlagen)\s?[:：]\s/i;
export const calendarBody =
  /(google\.com\/calendar\/event\?|invitation from google calendar|einladung aus google kalender|invitation de google agenda|calendar\.google\.com\/calendar|you are receiving this (courtesy )?email .{0,60}(guest|attendee|calendar)|begin:vcalendar|view all guest info|join with google meet|microsoft teams meeting join|reply for \S+@\S+ more options|powered by calendly|a new event has been scheduled|has (accepted|declined|tentatively accepted|cancell?ed) (this|the|your) (invitation|event|meeting)|hat (diese|die|ihre|deine) (einladung|besprechung|besprechungsanfrage|terminanfrage|termineinladung) (angenommen|zugesagt|abgelehnt|mit vorbehalt)|a (accepté|refusé|décliné) (cette|votre) (invitation|réunion|demande de réunion)|ha (aceptado|rechazado) (esta|la|tu|su) (invitación|reunión|convocatoria)|ha (accettato|rifiutato) (questo|l.|il tuo) ?invito|(aceitou|recusou) (este|o seu) convite|heeft (deze|de|je|uw) uitnodiging (geaccepteerd|geweigerd|geaccepteerd)|承諾しました|辞退しました)/i;

export const receiptSubject =
  /\b(your (receipt|order|invoice|payment|purchase|booking|reservation|subscription|package|delivery)|order (confirmation|#|no|number|\d)|receipt (for|from|#)|invoice (#|no|number|available|is ready)|payment (received|confirmation|receipt|successful)|(has|have) (been )?shipped|out for delivery|booking confirm\w*|bestellbestätigung|auftragsbestätigung|(ihre|deine) (bestellung|rechnung|zahlung|buchung|sendung|lieferung|reservierung|quittung)|versandbestätigung|zahlungs(eingang|bestätigung)|buchungsbestätigung|wurde (versandt|verschickt)|votre (commande|facture|reçu|paiement|réservation|colis|achat)|confirmation de (commande|paiement|réservation)|reçu de)\b/i;
export const receiptBody =
  /\b(order (number|no\.?|id|#|total|summary|details)|transaction id|amount (paid|charged)|payment method|total paid|sub-?total|tracking number|billed to|thank you for your (order|purchase|payment)|bestellnummer|auftragsnummer|zwischensumme|gesamtsumme|rechnungsbetrag|sendungsnummer|zahlungsart|vielen dank für (ihre|deine) (bestellung|zahlung|einkauf|buchung)|numéro de (commande|suivi)|sous-total|montant (total|payé|réglé)|mode de paiement|merci (pour|de) votre (commande|achat|paiement))\b/i;

export const automaticBody =
  /(this is an? (automat(ed|ic)(ally generated)?|auto-?generated|system[- ]generated|unattended)|(was|is|been) (automatically (generated|sent)|sent automatically|auto-?generated)|(please )?do not (reply|respond) (directly )?to this|replies to this (e-?mail|message|address) (are|will|go)|(not|un)monitored (mailbox|inbox|address)|mailbox is (not|un) ?monitored|diese (e-?mail|nachricht|mail) (wurde|ist) (automatisch|maschinell)|automatisch (generiert|erstellt|erzeugt|versandt|versendet)e?|antworten sie (bitte )?nicht auf diese|bitte (antworten sie )?nicht auf diese (e-?mail|nachricht|mail)|bitte nicht antworten|auf diese e-?mail kann nicht|(ceci est un|ce) (message|courriel|e-?mail|mail) (est |a été )?(généré |envoyé |est )?(automatique(ment)?|généré automatiquement)|message automatique|merci de ne pas répondre|veuillez ne pas répondre|ne (pas )?répond\w* (pas )?à (ce|cet)|este (es un )?(mensaje|correo) (ha sido )?(generado )?autom|non rispondere a questa|niet op deze e-?mail)/i;
export const becauseBody =
  /((you('re| are) (receiving|getting)|you (have )?received|you were sent|you get) this (e-?mail|message|notification|newsletter|mail)?.{0,20}because|sie erhalten diese (e-?mail|nachricht|mail|benachrichtigung|newsletter|information)\w*,? (weil|da|aufgrund)|sie bekommen diese (e-?mail|nachricht),? (weil|da)|du (erhältst|bekommst) diese (e-?mail|nachricht|mail),? (weil|da)|vous (recevez|avez reçu) (ce|cet|cette) (e-?mail|message|courriel|mail|newsletter|lettre)\w* (car|parce|en tant)|was sent to you (because|by)|this (e-?mail|message|newsletter) was sent (to|by)|dieser newsletter (wurde|geht|wird)|cet e-?mail (vous )?(a été|est) envoyé)/i;
/** Ways out of a mailing, as mailings word them. */
export const unsubscribeBody =
  /(\bunsubscrib|\bun-subscrib|\bopt[- ]?out\b|update (your )?(e-?mail )?preferences|(manage|change|edit) (your )?(e-?mail|subscription|notification|communication|mailing)?\s?(preferences|settings|subscriptions?)|e-?mail preferences|remove (yourself|me|your (name|address|e-?mail)) from|to be removed from|(to|if you) (stop|no longer wish to|don't want to|do not wish to) receiv|newsletter (abmelden|abbestellen|abbestellung|kündigen)|vom newsletter|(hier|klick\w*|link|newsletter|e-?mails?|benachrichtigungen?|jederzeit) .{0,40}\b(abmelden|abbestellen|austragen)\b|\b(abmelden|abbestellen)\b.{0,20}\b(hier|klick\w*|link|newsletter)|keine (weiteren )?(e-?mails|newsletter|nachrichten) mehr (erhalten|bekommen)|abmeldelink|^\s*(abmelden|abbestellen)\s*$|se (désabonner|désinscrire)|désabonn\w+|désinscri\w+|ne plus recevoir|gérer (vos|mes) (préférences|abonnements)|darse de baja|cancelar (la )?suscripción|anular suscripci|disiscriv\w+|cancella iscrizione|afmelden voor|uitschrijven)/im;
export const browserBody =
  /((view|read|see|open) (this |it |the )?(e-?mail|message|newsletter|mail|online|web)?\s?(version )?(in|with|on|online)? ?(your|the|a)? ?(web ?)?(browser|online|web version)|(having )?trouble (viewing|reading|seeing) this|can('|no)t (see|read|view) (this|the) (e-?mail|message|images|newsletter)|view (as a )?web ?(page|version)|web-?version|online-?version|im (web)?browser (anzeigen|ansehen|öffnen|lesen|betrachten)|(newsletter|e-?mail|mail) (online|im browser)|nicht (richtig|korrekt) (angezeigt|dargestellt)|voir (la version|ce message|cet e-?mail|l'e-?mail)? ?(en ligne|web|dans (le|votre|un) navigateur)|version en ligne|(afficher|consulter|ouvrir) .{0,30}(navigateur|en ligne)|(ne s'affiche pas|mal affich)|ver (en el|este .{0,20}en (el|tu)) navegador|visualizza .{0,20}browser|bekijk .{0,30}(browser|online))/i;
export const footerBody =
  /(all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|©\s?(19|20)\d\d|copyright (©|\(c\)|(19|20)\d\d)|privacy (policy|statement)|datenschutz(erklärung|hinweis\w*|bestimmungen)?\b|politique de confidentialité|terms of (service|use)|\bimpressum\b|mentions légales|follow us on|folgen sie uns|suivez-nous|forward to a friend|add us to your address book|sponsored by|advertisement|advertise with)/i;
/** Footers of discussion lists, where people write. */
export const discussionList =
  /(mailman\/listinfo|mailing list( |$)|googlegroups\.com|yahoogroups|lists?\.[a-z0-9.-]+\/|_{20,})/i;

/** Words of fraud and of the worst mass mail. One alone says nothing. */
export const spamWords: RegExp[] = [
  /\b(viagra|cialis|hgh|weight loss|lose weight|penis|enlargement|porn|xxx|singles community|sexy|casino|jackpot)\b/i,
  /\b(100% (free|guaranteed)|risk[- ]free|no obligation|absolutely free|free (trial|gift|access|membership)|no cost)\b/i,
  /\b(make money|earn (money|\$|extra)|work (from|at) home|financial freedom|get rich|be your own boss|extra income|multi-?level|home business|residual income)\b/i,
  /\b(act now|limited time|order now|call now|don't (miss|delay)|expires (soon|today)|while supplies last|once in a lifetime|special offer)\b/i,
  /\b(million (us ?)?(dollars|usd|euros?)|next of kin|lottery|unclaimed|beneficiary|inheritance|strictly confidential|bank of nigeria|transfer the (fund|sum))\b/i,
  /\b(mortgage rates?|refinance|lowest rates?|consolidate (your )?debt|credit (card )?debt|bad credit|life insurance quote)\b/i,
  /\b(bulk e-?mail|e-?mail addresses|opt-?in list|targeted (traffic|leads)|search engine (ranking|submission)|increase your (sales|traffic|ranking))\b/i,
  /\b(click (here|below)|this is not spam|you have been selected|congratulations,? you|dear friend|dear sir\/madam)\b/i,
  /(\${2,}|!{3,}|\b[A-Z]{4,} [A-Z]{4,} [A-Z]{4,} [A-Z]{3,}\b)/,
];
