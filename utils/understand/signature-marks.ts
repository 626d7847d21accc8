/*
 * What stands around a sender's words and is not one of them: mobile notes, banners, disclaimers, greetings, sign-offs.
 * English, German and French first; others degrade to nothing being recognised. Every expression here is anchored or a
 * plain alternation of words, and is only tried on lines of bounded length.
 */

/** The line that news readers and Gmail put above a signature. */
export function isSignatureMark(line: string): boolean {
  return /^\s{0,3}(?:--|—)\s{0,3}$/.test(line);
}

const devices =
  '(my|mein\\w*|mon|ma|mi|mijn|a phone|a mobile|an? (iphone|ipad)|mobile|iphone|ipad|android|samsung|galaxy|blackberry|huawei|outlook|yahoo|mail\\b|gmail|gmx|web\\.de|windows|proton|airmail|mailbox|spark|aol|handy|smartphone|téléphone|l.application)';
const mobileNotes = new RegExp(
  `^(sent (from|via|with|by) ${devices}|(get|download) outlook for|envoyé (de|depuis|avec|à partir de) ${devices}|(obtenez|téléchargez|télécharger) outlook|von meinem .{1,60} gesendet|gesendet (von|mit|über) ${devices}|holen sie sich outlook|outlook für (ios|android)|diese nachricht wurde von meinem |enviado (desde|do) |obtener outlook|inviato da |scarica outlook|(verzonden|verstuurd) (vanaf|met|via) |skickat från |iphoneから送信|發自我的|从我的)`,
  'i',
);

/** "Sent from my iPhone" and its kin; not "Sent by courier". */
export function isMobileNote(line: string): boolean {
  return line.length <= 200 && mobileNotes.test(line.replace(/^[\s<(*_[]+/, ''));
}

/** "External sender" banners that a company's own mail server puts on top. */
export function isBanner(line: string): boolean {
  return (
    line.length <= 600 &&
    /^\W{0,5}((external|caution|warning|achtung|attention|vorsicht|hinweis|extern)\b.{0,80}\b(external|originated|outside|extern\w*|außerhalb|externe|expéditeur)\b|you don't often get (email|mail) from|this email originated from outside|diese e-?mail (stammt|kommt) von (einem externen|außerhalb)|sie erhalten nicht (oft|häufig) e-?mails? von|vous n'obtenez pas souvent d'e-?mail|ce (message|courriel|mail) provient de l'extérieur|\[?(external|extern|externe)\]?$)/i.test(
      line,
    )
  );
}

/** The first line of a lawyer's paragraph below a mail. */
export function isDisclaimer(line: string): boolean {
  const text = line.slice(0, 600);
  if (text.length < 60) return false;
  const about =
    /\b(e-?mail|message|transmission|communication|nachricht|mail|courriel|information\w*)\b/i.test(text);
  const legal = text.match(
    /\b(confidential\w*|privileged|intended (solely|only|recipient)|(not|named) .{0,20}(recipient|addressee)|unauthori[sz]ed|disclaimer|disclos\w*|delete (it|this)|in error|vertraulich\w*|rechtlich geschützt\w*|nicht der (richtige|vorgesehene|beabsichtigte)|irrtümlich|unbefugt\w*|vernichten|confidentiel\w*|destinataires?|exclusivement|par erreur|détruire|supprimer)\b/gi,
  );
  if (/\b(consider the environment before|denken sie an die umwelt|pensez à l'environnement)/i.test(text))
    return true;
  return about && legal !== null && new Set(legal.map((word) => word.toLowerCase())).size >= 2;
}

/** "Hi Anna," and its kin: a greeting and nothing else on the line. */
export function isGreeting(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 80) return false;
  const words = text.split(/\s+/).length;
  // "Ben," and "Frau Kohl,": a name and a comma.
  if (/^\p{Lu}[\p{L}'’-]{1,24}(\s\p{Lu}[\p{L}'’.-]{0,24}){0,2}[,!]$/u.test(text)) return true;
  if (words > 8 || /[?]$/.test(text)) return false;
  return /^(hi|hey|hello|dear|good (morning|afternoon|evening|day)|greetings|hallo|hi+|liebe[rs]?|sehr geehrte\w*|guten (tag|morgen|abend)|moin|servus|grüezi|grüß (gott|dich|sie)|lieb\w*|werte[rs]?|bonjour|bonsoir|salut|cher|chère|chers|chères|madame|monsieur|coucou|hola|buenos|buenas|estimad\w*|querid\w*|olá|ola|bom dia|boa (tarde|noite)|prezad\w*|car[oa]|ciao|salve|buongiorno|buonasera|gentile|egregio|beste|geachte|dag|hoi|hej|hei|kære|kjære|bästa|to whom)(?![\p{L}\p{N}])[^.:;]*[,!.:;]?$/iu.test(
    text,
  );
}

const signOffs =
  /^(best|best regards|kind regards|kindest regards|warm regards|warmest regards|warmly|regards|many thanks|thanks|thank you|thanks again|thanks a lot|thanks in advance|thank you in advance|thanks so much|thank you so much|thanks and (best |kind )?regards|cheers|sincerely|sincerely yours|yours|yours sincerely|yours faithfully|yours truly|respectfully|all the best|best wishes|with best regards|with kind regards|talk soon|speak soon|take care|br|kr|rgds|mit freundlichen grüßen|mit freundlichen gruessen|mit freundlichen grüssen|mit freundlichem gruß|mit freundlichem gruss|mit besten grüßen|mit besten grüssen|mit vielen grüßen|mit herzlichen grüßen|freundliche grüße|freundliche grüsse|freundlicher gruß|beste grüße|besten gruß|beste grüsse|viele grüße|viele grüsse|vielen dank und (viele|beste|freundliche) grüße|viele liebe grüße|liebe grüße|liebe grüsse|lieben gruß|herzliche grüße|herzliche grüsse|schöne grüße|sonnige grüße|grüße|gruß|grüsse|gruss|mfg|vg|lg|bg|vlg|danke|vielen dank|vielen dank im voraus|besten dank|danke und (viele |beste )?grüße|danke dir|hochachtungsvoll|bis dann|bis bald|schönes wochenende|schönen tag noch|cordialement|bien cordialement|très cordialement|bien à vous|bien à toi|salutations|meilleures salutations|sincères salutations|cdt|cdlt|bien amicalement|amicalement|merci|merci beaucoup|merci d'avance|merci par avance|bonne journée|bonne soirée|à bientôt|excellente journée|belle journée|sincèrement|respectueusement|saludos|un saludo|saludos cordiales|atentamente|atenciosamente|cumprimentos|obrigad[oa]|abraços|cordiali saluti|distinti saluti|saluti|grazie|un saluto|met vriendelijke groet|met vriendelijke groeten|groeten|groetjes|mvg|med vänliga hälsningar|vänliga hälsningar|med venlig hilsen|venlig hilsen|mvh|hilsen|よろしくお願いします|よろしくお願いいたします|以上)$/i;

/** "Best regards," and its kin: a line that ends the words. */
export function isSignOff(line: string): boolean {
  const text = line
    .slice(0, 100)
    .trim()
    .replace(/[\s,.!;:)\-–—☺🙂👋]+$/u, '');
  if (text === '' || line.trim().length > 80) return false;
  if (signOffs.test(text)) return true;
  // "Best regards, Anna" and "Viele Grüße aus Hamburg" on one line.
  const comma = text.indexOf(',');
  if (
    comma > 0 &&
    signOffs.test(text.slice(0, comma).trim()) &&
    text.length - comma < 35 &&
    text.slice(comma).trim().split(/\s+/).length <= 4
  )
    return true;
  return (
    /^((viele|beste|liebe|herzliche|freundliche|schöne|sonnige|mit freundlichen|mit besten) (grüße|grüsse|grüßen|grüssen)|(best|kind|warm) (regards|wishes)|greetings|grüße) (aus|nach|from|und|and)\s.{1,50}$/i.test(
      text,
    ) || /^(je vous prie|nous vous prions|veuillez|dans l'attente).{0,60}(agréer|recevoir|retour)/i.test(text)
  );
}

/** Sentences that say nothing a record needs. */
export function isPleasantry(sentence: string): boolean {
  const text = sentence.trim();
  if (text.length > 160) return false;
  return /^((i )?(hope|trust) (you|this|all|everything)|hope (you|all|this)|how are you|how's it going|it was (great|nice|a pleasure|good|lovely)|(great|nice|lovely) (to|meeting|talking|speaking|seeing)|thank(s| you)( very much| so much| a lot)? for (your|the|getting|reaching|taking|coming|sharing|sending|my|a)|thanks(!|\.|,|$)|thank you(!|\.|,|$)|many thanks|(looking|look) forward|i look forward|we look forward|please (don't|do not) hesitate|(please )?(let me know|feel free).{0,40}(questions|anything else|help)|if you have any (further |other )?questions|should you have any|have a (great|nice|good|lovely)|enjoy your|happy (monday|friday|new year)|ich hoffe,? (es geht|sie|du|ihr|dass)|wie geht es|vielen (herzlichen )?dank für (ihre|deine|die|das|eure|den)|danke für (ihre|deine|die|das|eure|den)|herzlichen dank|besten dank|vielen dank|danke(!|\.|,|$)|es (war|hat) (mich|uns|sehr|schön|nett)|(ich|wir) (freue|freuen) (mich|uns)|für (rück)?fragen steh|bei (rück)?fragen|sollten sie (noch |weitere )?fragen|(ein )?schönes wochenende|(einen )?schönen|ich wünsche|j'espère (que|qu)|comment allez|merci (beaucoup )?(pour|de|d')|merci(!|\.|,|$)|je vous remercie|nous vous remercions|je reste à (votre|ta) disposition|nous restons à|n'hésitez pas|restant à votre|dans l'attente|au plaisir|bonne (journée|soirée|semaine|année)|bon week-end|en vous (souhaitant|remerciant)|(très )?belle journée)/i.test(
    text,
  );
}
