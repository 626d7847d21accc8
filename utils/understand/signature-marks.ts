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
    /\b(e-?mail|message|transmission|communication|nachricht|mail|courriel|information\w*|mensaje|correo|mensagem|messaggio|informazioni|bericht)\b/i.test(
      text,
    );
  if (/\b(consider the environment before|denken sie an die umwelt|pensez à l'environnement)/i.test(text))
    return true;
  if (!about) return false;
  const legal = text.match(
    /\b(confidential\w*|privileged|intended (solely|only|recipient)|(not|named) .{0,20}(recipient|addressee)|unauthori[sz]ed|disclaimer|disclos\w*|delete (it|this)|in error|vertraulich\w*|rechtlich geschützt\w*|nicht der (richtige|vorgesehene|beabsichtigte)|irrtümlich|unbefugt\w*|vernichten|confidentiel\w*|destinataires?|exclusivement|par erreur|détruire|supprimer|confidencial\w*|destinatari[oa]s?|por error|elimin\w*|exclusivo|por engano|riservat\w*|confidenzial\w*|per errore|distrugger\w*|vertrouwelijk\w*|geadresseerde|abusievelijk|vernietigen)\b/gi,
  );
  return legal !== null && new Set(legal.map((word) => word.toLowerCase())).size >= 2;
}

/** Before a name, with a dot that ends nothing. */
const titles =
  /(?<![\p{L}\p{N}])(dr|prof|ing|dipl|mag|mr|mrs|ms|mx|st|m|mme|sr|sra|srta|d|dª|dott|dott\.ssa|sig|sig\.ra|avv|eng|drs|mevr|dhr|med|jur|rer|nat|h\.c|ph\.d)\./giu;
const greetings =
  /^(hi|hey|hello|dear|dearest|(very )?good (morning|afternoon|evening|day)|morning|afternoon|evening|greetings|hallo|hallöchen|hi+|liebe[rs]?|sehr geehrte\w*|guten (tag|morgen|abend)|tag|moin( moin)?|servus|grüezi( mitenand)?|grüß (gott|dich|sie|euch)|lieb\w*|verehrte[rs]?|werte[rs]?|bonjour|bonsoir|salut|cher|chère|chers|chères|madame|monsieur|messieurs|mesdames|mes|coucou|hola|buenos|buenas|muy buenas|buen día|estimad\w*|apreciad\w*|querid\w*|distinguid\w*|olá|ola|oi|bom dia|boa (tarde|noite)|(muito )?prezad\w*|car[oaie]|ciao|salve|buongiorno|buonasera|buon giorno|gentile|gentilissim\w|egregio|spett\w*|spettabile|beste|geachte|dag|hoi|goede(morgen|middag|navond|n\w*)|goeden? (morgen|middag|dag|avond)|hej|hei|hejsan|kære|kjære|bästa|god (morgen|dag)|to whom)(?![\p{L}\p{N}])[^.:;?？]*[,!.:;]?$/iu;

/** "Hi Anna," and its kin: a greeting and nothing else on the line. */
export function isGreeting(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 80) return false;
  // "高橋様", "株式会社青葉 営業部 高橋様", "各位"
  if (/^[^。、？！]{1,38}(様|さま|さん|殿|御中|各位|先生)[、,]?$/u.test(text)) return true;
  const words = text.split(/\s+/).length;
  // "Muy señores nuestros:"
  if (/^(muy (señor\w*|señora\w*) (mí[oa]s?|nuestr[oa]s?)|a quien corresponda)\s?[:,.]?$/iu.test(text))
    return true;
  // "Ms. Vance," and "Priya -"
  if (
    /^((mr|mrs|ms|mx|dr|prof|herr|frau|m|mme|sr|sra|dott|sig)\.? )\p{Lu}[\p{L}'’-]{1,24}\s?[,:–-]$/iu.test(
      text,
    )
  )
    return true;
  if (/^\p{Lu}[\p{L}'’-]{1,24} [–-]$/u.test(text)) return true;
  // "Moin, Freigabe kommt am Montag." says something.
  if (/^\S+( \S+)?, .*\.$/u.test(text) && words >= 4) return false;
  // "Ben," and "Frau Kohl,": a name and a comma.
  if (/^\p{Lu}[\p{L}'’-]{1,24}(\s(\p{Lu}[\p{L}'’.-]{0,24}|&|und|and|et|y|e)){0,3}[,!]$/u.test(text))
    return true;
  if (words > 8) return false;
  return greetings.test(text.replace(titles, '$1'));
}

/** "お世話になっております。": what a Japanese mail says before it says anything. */
const japaneseOpening =
  /^((いつも|平素は?|大変)?(大変)?(お世話|おせわ)になって(おり|い)ます|.{1,40}と申します$|[^\d、]{2,20}の(?!.{0,3}(曜|日|件|方|通り|予定|月|後|前))[\p{Script=Han}\p{Script=Katakana}]{1,5}(です|でございます)$|.{0,30}(ありがとうございま(す|した)|お疲れ様です|お疲れさまです)$|(今後とも|引き続き|何卒|どうぞ)*(よろしく|宜しく)お願い.{0,10}$|(取り急ぎ|まずは).{0,20}まで$)/u;

const closing = String.raw`(?:[\s,.!;:)\-–—☺🙂👋😊🙏。、]|\uFE0F)+$`;
const afterClosing = new RegExp(closing, 'u');

const signOffs =
  /^((my |very |with )?(best|kind|kindest|warm|warmest)( (best|kind|warm))?( regards| wishes)?( to (you|all)( all)?)?|regards|rgds|brgds|best rgds|(with )?(many |warm )?(thanks|thx|tks|ty|cheers)( (again|a lot|so much|a million|a bunch|in advance|everyone|all|both|much|and (best |kind |warm )?(regards|wishes)))?|thank you( (again|very much|so much|in advance|all|both|kindly|and (best |kind )?regards))?|much appreciated|cheers|sincerely( yours)?|yours|yours (sincerely|faithfully|truly)|respectfully( yours)?|all the best|warmly|fondly|cordially|talk soon|speak soon|see you( (soon|then|there))?|take care|ttyl|br|kr|xo|xoxo|xx?|ciao|best|have a (great|good|nice|lovely) (day|one|week|weekend|evening)|(mit )?(ganz )?(viele|beste|liebe|herzliche|freundliche|schöne|sonnige|kollegiale|winterliche)[nmrs]? (liebe[n]? |herzliche[n]? )?(grüße|grüßen|gruß|grüsse|grüssen|gruss|gruesse|gruessen|wünsche|wünschen)|(vielen |besten |herzlichen |lieben |tausend )?dank( im voraus| vorab| und .{3,30}(grüße|grüßen|gruß|grüsse|gruss))?|danke( (schon mal|dir|euch|ihnen|im voraus|vorab|und .{0,20}(grüße|gruß|grüsse|gruss)))*|grüße|gruß|grüsse|gruss|mfg|m\.f\.g|vg|lg|bg|vlg|hg|herzlich|herzlichst|hochachtungsvoll|ihr|ihre|dein|deine|bis (dann|bald|morgen|montag|dienstag|mittwoch|donnerstag|freitag|nächste woche)|(ein )?schönes wochenende|(einen )?schönen (tag|abend|feierabend)( noch)?|(très |bien |plus )?(cordialement|sincèrement|amicalement|respectueusement)|bien à (vous|toi)|(meilleures|sincères|cordiales|bonnes|mes) salutations( distinguées)?|salutations( distinguées| cordiales)?|cdt|cdlt|bàv|(votre )?(bien|très|tout) dévouée?|(un grand |encore |mille )?merci( (beaucoup|encore|bien|d'avance|par avance|à vous|à toi|infiniment))?( et .{3,25})?|(très )?(bonne|belle|excellente) (journée|soirée|semaine|fin de journée|fin de semaine|réception|année)( à (vous|toi|tous))?|bon(ne)? (week-end|weekend|après-midi)|à (bientôt|demain|lundi|mardi|mercredi|jeudi|vendredi|très vite|plus tard|plus)|bises|bisous|(un |muchos |cordiales |atentos |mis )?(cordial )?saludos?( cordial(es)?)?( y .{3,20})?|(muy )?atentamente|atte|cordialmente|(muchas |mil |muchísimas )?gracias( (de antemano|por todo|y (un )?(cordial )?saludos?( cordial(es)?)?))?|(un |fuerte |un fuerte )?abrazos?|hasta (luego|pronto|mañana|el (lunes|martes|miércoles|jueves|viernes))|quedo (atent[oa]|a (su|tu|la) .{3,20})|buen (día|fin de semana)|feliz (día|fin de semana)|atenciosamente|att|(os |com os |com )?(melhores |meus )?cumprimentos|saudações( cordiais)?|(muito )?obrigad[oa]( pela atenção| desde já)?|(um |grande |um grande )?abraços?|até (logo|breve|amanhã|já)|bom (dia|fim de semana)|(un )?(cordial[ie]|distint[io]|car[oi]|miglior[ie])? ?salut[io]( cordiali)?|(molte |mille )?grazie( (mille|ancora|in anticipo|e .{3,20}))?|in attesa .{3,40}|(met )?(vriendelijke|hartelijke|beste|warme) groet(en|jes)?|groet(en|jes)?|mvg|(alvast |heel erg |hartelijk )?(bedankt|dank)|dank je( wel)?|fijne (dag|avond)|fijn weekend|med (vänliga|venlig|vennlig) (hälsningar|hälsning|hilsen)|(vänliga |venlig |vennlig )?(hälsningar|hilsen)|mvh|(何卒|どうぞ|以上、?|引き続き|今後とも|それでは、?)*(よろしく|宜しく)(お願い|おねがい)(いた|致|申し上げ)?(します|ます)|敬具|草々|以上)$/iu;

/** "Best regards," and its kin: a line that ends the words. */
export function isSignOff(line: string): boolean {
  if (line.length > 120) return false;
  const text = line.trim().replace(afterClosing, '');
  if (text === '' || text.length > 80) return false;
  if (signOffs.test(text)) return true;
  // "Best regards, Anna", "Gruß, i. A. Kohl": a name after it.
  const comma = text.search(/[,!–-]\s/);
  if (
    comma > 0 &&
    signOffs.test(text.slice(0, comma).trim()) &&
    text.length - comma < 35 &&
    /^\p{Lu}/u.test(text.slice(comma + 1).trim()) &&
    !/[?.!]$/.test(text) &&
    text.slice(comma).trim().split(/\s+/).length <= 4
  )
    return true;
  // "xo Nadia", "Thanks Ann": no comma, and nothing else.
  const space = text.lastIndexOf(' ');
  if (
    space > 0 &&
    text.length <= 28 &&
    /^\p{Lu}[\p{L}'’-]*\.?$/u.test(text.slice(space + 1)) &&
    signOffs.test(text.slice(0, space)) &&
    text.indexOf(' ') === space
  )
    return true;
  return (
    /^((mit |ganz )*(viele|beste|liebe|herzliche|freundliche|schöne|sonnige)[nm]? (grüße|grüsse|grüßen|grüssen|gruß|gruss)|lg|vg|gruß|gruss|(best|kind|warm) (regards|wishes)|greetings|grüße|grüsse|saludos|groeten|un saludo) (aus|nach|vom|von|from|und|and|desde|uit) .{1,50}$/i.test(
      text,
    ) ||
    /^(je vous prie|nous vous prions|veuillez|dans l'attente|en vous (souhaitant|remerciant)).{0,60}(agréer|recevoir|retour|salutations|sentiments)/i.test(
      text,
    )
  );
}

const courtesies =
  /^((i |we )?(just )?(hope|trust) (you|this|all|everything|your)|hope (you|all|this|your)|how are you|how's (it going|everything)|how (was|is) your|it was (so |really |very )?(great|nice|a pleasure|good|lovely)|(great|nice|lovely|good) (to|meeting|talking|speaking|seeing|chatting|catching)|(so |many |big |huge )?thank(s| you)( very much| so much| a lot| again| all| both)* (for (your|the|getting|reaching|taking|coming|sharing|sending|my|a|this|that|all|being|having|letting|following|making|such|jumping)|to (you|everyone))|(ok(ay)?,? |great,? |perfect,? |much )?(thanks|thx|thank you|appreciated)( (so|very) much| a lot| again| a million| in advance)?(!|\.|,| [\p{Lu}]|$)|many thanks|(i'm |i am |we're |we are |i |we )?(really |very much )?(looking|look) forward|please (don't|do not) hesitate|(please )?(let me know|feel free|reach out|shout|just shout).{0,40}(questions|anything else|any help|help)|if (you have|there are) any (further |other |more )?questions|(any|happy to answer any) questions|should you have any|have a (great|nice|good|lovely|wonderful)|enjoy your|happy (monday|friday|new year|holidays)|safe travels|sorry for the (delay|late|slow|inconvenience)|apologies for the (delay|late|slow)|over to you|talk soon|ich hoffe,? (es geht|sie|du|ihr|dass)|wie geht es|wie geht's|(ganz )?(vielen|herzlichen|besten|lieben) (herzlichen |lieben )?dank(?! (im|und).{0,10}$)( (für|dir|ihnen|euch|nochmal|noch einmal|an)|!|\.|,|$)|danke( (dir|ihnen|euch|nochmal|sehr|schön))?( (für|dass)|!|\.|,|$)|es (war|hat) (mich|uns|sehr|schön|nett)|(ich|wir) (freue|freuen) (mich|uns)|(schön|gut),? (von|dass)|für (weitere |etwaige )?(rück)?fragen steh|bei (weiteren |etwaigen )?(rück)?fragen|sollten sie (noch |weitere )?fragen|falls sie (noch |weitere )?fragen|(ein )?schönes wochenende|(einen )?schönen|ich wünsche|j'espère (que|qu)|comment allez|(un grand |encore )?merci( beaucoup| encore| bien| infiniment)*( (pour|à (vous|toi)|et (bonne|belle|bon))|!|\.|,|$)|merci (beaucoup )?de (votre|ton|vos|tes) |je vous remercie (pour|de (votre|vos|l))|nous vous remercions|je reste à (votre|ta)|nous restons à|n'hésitez pas|(tout en )?restant à votre|dans l'attente|au plaisir|(très )?(bonne|belle|excellente) (journée|soirée|semaine|année|continuation)|bon (week-end|weekend)|en vous (souhaitant|remerciant)|à (bientôt|très vite)|espero que|¿?(cómo|qué tal) (estás|está|va|van|te|le|están|estáis|todo)|(muchas |mil |muchísimas )?gracias( (por|a|de|y|otra|de nuevo)|!|\.|,|$)|(le|te|les|os) (agradezco|agradecemos)|quedo (atent|a (su|tu))|quedamos (atent|a (su|tu))|cualquier (duda|cosa|consulta)|no dud|(que tengas?|que tenga|buen|feliz) (un )?(buen )?(día|fin|semana)|un saludo|un placer|encantad[oa] de|(muito )?obrigad[oa]( (por|pel)|!|\.|,|$)|espero que|tudo bem|fico (à|ao)|qualquer dúvida|grazie( (per|di|mille|ancora)|!|\.|,|$)|la ringrazi|vi ringrazi|spero che|resto a|rimango a|(non )?esit|cordiali|(hartelijk |alvast |heel erg )?(bedankt|dank)( (voor|je|u)|!|\.|,|$)|ik hoop dat|fijn (je|u|dat)|hopelijk|mocht (je|u)|(ik )?(kijk|zie) .{0,15}(uit|tegemoet)|fijne)/iu;

/** "Got it", "bien reçu": something came, and that is all that is said. */
const receipts =
  /^((ok(ay)?|great|perfect|super|alles klar|d'accord|vale|ja|oui|sí|yes|yep)[,!. –-]+)*(got (it|this|that|them)|(well |safely |all )?received|noted|will do|understood|copy that|ist (an)?gekommen|(gut |soeben |dankend )?(erhalten|angekommen)|habe ich (erhalten|bekommen)|zur kenntnis genommen|(c'est )?(bien )?(reçu|noté)|(¡)?(todo )?(recibid[oa]|anotado|enterad[oa])|recebid[oa]|anotado|ricevut[oa]|ontvangen|genoteerd|ok(ay)?|alles klar|perfect|perfekt|parfait|perfecto|super|great|top|merveilleux|klasse|prima|承知(いた|致)?しました|了解(です|しました|いたしました)|受領(いた|致)?しました)(?![\p{L}\p{N}])/iu;

/** Whether a sentence says that something came, and no more: thanks, names and smileys beside it count for nothing. */
export function isReceipt(sentence: string): boolean {
  const text = sentence.trim().replace(/^[¡"„“«]+/, '');
  if (text.length > 90 || !receipts.test(text)) return false;
  const rest = text
    .replace(receipts, '')
    .replace(
      /\b(thank(s| you)|thx|danke\w*|dank|merci|gracias|muchas|vielen|besten|beaucoup|many|so much|obrigad\w|grazie|bedankt)\b/giu,
      '',
    );
  return (rest.match(/[\p{L}\p{N}]+/gu) ?? []).length <= 3 && !/\d/.test(rest);
}

/** Sentences that say nothing a record needs. */
export function isPleasantry(sentence: string): boolean {
  const text = sentence.trim().replace(/^[¡¿"„“«]+/, '');
  if (text.length > 160) return false;
  return courtesies.test(text) || japaneseOpening.test(text.replace(/[。.！!\s]+$/, ''));
}
