/*
 * How a language asks and promises by its grammar: imperatives, wishes, needs of a third person, futures. Broader than
 * `cues.ts`, which lists set phrases. Tried on one sentence in lower case without accents, never longer than 600
 * characters; alternations of words with bounded gaps, no nested repeats.
 */

interface Forms {
  ask: RegExp;
  promise: RegExp;
  /** Somebody on the writer's side will do it: no promise of the writer's own. */
  others?: RegExp;
  /** Looks like a promise and is a state, a plan or a wish. */
  noPromise: RegExp;
}

/** Verbs that stand first in what somebody is told to do. */
const englishVerbs =
  'add|arrange|ask|attach|book|bring|call|cancel|change|check|confirm|consider|contact|copy|correct|deliver|drop|email|explain|fill in|fix|forward|get|give|have|hold|include|invite|invoice|keep|let|look|mail|make|move|pick|ping|prepare|propose|provide|put|quote|raise|remove|reply|resend|reserve|return|ring|schedule|send|set|share|ship|show|sign|speak to|speak with|submit|suggest|take|talk to|tell|treat|try|update|upload|use|work|write';
const englishObjects =
  'me|us|it|them|him|her|the|a|an|any|your|our|my|this|that|these|those|over|back|in touch|up|out|off|both|all|everything|something|some|two|three|one|what|how|whether|if|when|where|which|sure|for|with|by';
const english: Forms = {
  ask: new RegExp(
    [
      String.raw`\b(don't forget|do not forget|be so kind|make sure|see to it|awaiting|we await|i await|best if you|it would help|it'd help|would help if|count(ing)? on you|i'd rather you|if you('d| would| could| can) (just|please|kindly)|be (so )?(grateful|glad|thankful) (for|if|of))\b`,
      String.raw`\b(still|yet) (have not|haven't|hasn't|has not|don't have|do not have|need|waiting|missing|no)\b|\b(have not|haven't|hasn't) (yet |still )?(received|had (a|an|the|your|any)|got|seen (a|the|your)|heard)\b`,
      String.raw`(^|[,;:–-] |\. )(please |kindly |just |then |so |and |but |also |or |simply |maybe |do |ps:? |p\.s\.? ){0,3}(${englishVerbs}) (${englishObjects})\b`,
      String.raw`\b(so|then|but|therefore) (just |please |simply )?(${englishVerbs}) (${englishObjects})\b`,
      String.raw`\b(i|we) (do |really |still |also |now |would |'d ){0,2}(want|expect|request|insist on|demand|ask for|count on|welcome) (an?|the|your|some|you|that|to (see|hear|know|have|get|receive)|written|full)\b`,
      String.raw`\b(i|we)('d| would|'ll| will)? (need|require|be after|be keen to see|welcome|value|be interested in|be curious) `,
      String.raw`\b(you are|you're|suppliers? are|bidders are|vendors are) (kindly )?(requested|asked|required|invited|expected|urged) to\b`,
      String.raw`\byour [\w ]{2,40} (should|must|needs? to|has to|have to|ought to) `,
      String.raw`\b(are|is) to (be (sent|submitted|returned|received|with us|delivered)|reach (us|me|the))\b`,
      String.raw`\b(must|should|needs? to|has to|have to) (be with (us|me)|reach (us|me)|arrive|be (sent|submitted|returned|received|delivered|fixed|in (my|our)))\b`,
      String.raw`\b(would|will|'d) be (most |much |very |really |greatly |so |also )?(appreciated|welcome|great|ideal|helpful|useful|perfect|lovely|handy|good|nice|fantastic)\b`,
      String.raw`\bif you (can|could|would|will|'d|are able to|were able to) (please |just |also |still )?(get|send|give|let|provide|confirm|tell|share|return|sign|make|arrange|have|forward|put|include|do|come|drop|find|email|call|ask|explain|look|check)\b`,
      String.raw`\b(do|would) you mind\b|\bany (chance|news|update|idea|possibility)\b.{0,60}\b(you|of|on|when)\b|\bcould do with\b|\bcan'?t (sign|proceed|go ahead|raise|order|pay|move).{0,30} (without|until) (a|an|the|your|you|we (have|get))\b`,
      String.raw`\b(i'm|i am|we're|we are) (after|missing|still missing|short of|waiting for|waiting on|chasing|asking for|requesting) (a|an|the|your|you|some|from)\b`,
      String.raw`\bhow (soon|quickly|about) (can|could)?\b|\bcould i (ask|have|get|trouble)\b|\bmay (i|we) (ask|have)\b`,
    ].join('|'),
  ),
  promise: new RegExp(
    [
      String.raw`\b(i'll|i will|ill|i shall|we'll|we will|we shall|i'm going to|i am going to|we're going to) (also |then |now |just |gladly |happily |personally |try to |make sure |probably |definitely |still |happily )?\w+ (you|it|this|that|them|the|her|him|my|our|your|a|an|to|by|with|out|up|over|back|on|into|in|round|sure|everything|both|some|two|three|one|tomorrow|today|next|again|shortly|soon|right)\b`,
      String.raw`^(and |also |then |but )?(will|shall|gonna) (\w+ ){0,2}(you|it|them|back|over|again|soon|right|tomorrow|today|after|the|a|with|in touch)\b`,
      String.raw`\b(is|are) (on (its|their) way|in the post|coming (your way|over|today|tomorrow|on|by|next))\b.{0,40}\b(today|tomorrow|by|on|next|this)\b|\byou('ll| will) (have|get|receive|find|hear)\b|\bleave (it|that) with me\b|\bi('m| am) on it\b|\blet me (\w+ ){1,6}and (get|come|revert|reply|let|call|send)\b`,
      String.raw`\b(i|we) (promise|undertake|commit) to\b|\b(i|we) (can|could) (get|have|send|let you have) .{0,60}\b(by|on|tomorrow|this|next)\b`,
    ].join('|'),
  ),
  others:
    /\b(?!(what|which|who|that|this|there|it|you|which|nobody|they) )[a-z]\w{1,20} (will|is going to|'ll) (also |then |separately )?(send|mail|email|raise|contact|call|ring|get|confirm|issue|forward|provide|share|write|reach out|be in touch|return|come back|prepare|sign|post|pay|transfer|submit|supply|let)\b/,
  noPromise:
    /\?$|\b(i|we)('ll| will|'m| am|ll) (be (out|away|off|in|on|at|unable|busy|leaving|happy|glad|there|late|using|looking|travel)|see|need|have to|want|think|go (with|elsewhere|for|ahead)|look (at|elsewhere|for|into our)|decide|consider|miss|know|never|not|pass|stay|stick|wait|keep using|leave|stop|terminate|cancel|renew|take the|take our|switch|move (to|away|our)|work with|remain|continue|use|assume|reconsider|withhold|pay (only|less)|only|probably (not|go)|proceed|accept|buy|start|begin)\b|\b(i|we)('ll| will) (get back to you|reply|respond) (when|on my return|once i)\b|\byou will (find|need|see|have to|notice|understand|also|not|be)\b|\bwon't\b/,
};

const germanVerbs =
  'rufen|schicken|senden|geben|melden|nennen|lassen|reichen|prufen|bestatigen|schauen|teilen|sagen|stellen|machen|rechnen|nehmen|legen|korrigieren|erstellen|passen|uberarbeiten|ubersenden|klaren|sprechen|wenden|faxen|mailen|liefern|bringen|tragen|setzen|fugen|andern|buchen|veranlassen|informieren|halten|merken|kommen|schreiben|antworten|bereiten|planen|kalkulieren|beachten|berucksichtigen|sorgen|vereinbaren|schlagen|organisieren|holen';
const germanTold =
  'ruf|schick|sende?|gib|meld|melde|lass|sag|pruf|schau|schreib|mail|mach|bring|stell|nimm|leg|rechne|erstell|klar|sprich|trag|komm|probier|versuch|halt|denk|bestatige|erinner';
const german: Forms = {
  ask: new RegExp(
    [
      String.raw`\b(ware|waren) (ich|wir) (ihnen |dir |euch )?(sehr |ausserst |uberaus )?(dankbar|verbunden)|\b(dankbar|verbunden) (ware|waren)\b|\bbitten\b|\b(sie|du|ihr) (musst|mussten|musstest|musstet|mussen|sollten|solltest) (uns|mir|noch|das|bitte|dann|da)\b|\b(hoffe|hoffen) (ich |wir )?auf (ihr|dein|eur|ein)\w*\b|\bsehen wir .{0,20}entgegen\b|\b(vergessen sie|vergiss|vergesst|denken sie|denk|denkt) (bitte )?(nicht|dran|daran)\b`,
      String.raw`\b(noch (immer )?(kein\w*|nicht|nichts) .{0,50}(erhalten|bekommen|gehort|angekommen|da))\b|\b(fehlt|fehlen) (noch|uns|mir|immer)\b`,
      String.raw`(^|[,;:–-] |\b(und|dann|also|aber|oder|sonst|daher|deshalb) )(bitte )?(${germanVerbs}) sie\b`,
      String.raw`(^|[,;:–-] |\b(und|dann|also|aber|sonst|daher|deshalb) )(bitte )?(${germanTold})e?t? (mir|uns|mich|mal|bitte|dich|das|die|den|es|ihn|ihm|ihr|einfach|doch|kurz|halt|noch|am|bis|morgen|dann|bescheid|an|ein|eine|einen)\b`,
      String.raw`\b(erbeten|erwunscht|gewunscht|willkommen|notwendig|erforderlich)( bis| wir|\.|$| ware)|\b(ersuchen|ersuche|erbitten|erbitte|fordern|fordere|verlangen|verlange|wunschen|wunsche) (wir |ich |sie |ihnen |dich |uns )?|\b(wir|ich) (ersuche|ersuchen|erbitte|erbitten|fordern|verlangen)\b`,
      String.raw`\b(ich|wir) (brauchte|brauchten|brauche|brauchen|benotige|benotigen|hatte|hatten|wunschte|wunschten|vermisse|vermissen|bitte|bitten)( das| es| die| den| dazu| dafur| noch| gern\w*| da| hier| jetzt| dringend| also| spatestens| von| bis| um| eine?n?| ihr\w*| sie| dich)\b(?!.{0,30}(gelesen|gesehen|bekommen|gesprochen))`,
      String.raw`\b(brauchte|brauchten|hatte|hatten|benotigte|benotigten) (ich|wir) (das |es |die |den |noch |gern\w* |bis |dringend |von |dazu |dafur )`,
      String.raw`\bgern\w* (noch )?(bis|bereits|wieder|zuruck|vorab|schriftlich|per)\b|\bum (eine |die |ihre? |deine |baldige |kurze |rasche |schriftliche |zeitnahe |entsprechende ){0,2}(ubermittlung|zusendung|ubersendung|ruckmeldung|bestatigung|mitteilung|stellungnahme|antwort|prufung|korrektur|angebot|nachricht|zusage|klarung|ruckruf)\b`,
      String.raw`\b(ware|wars|waren) (es |das |uns |mir |auch |fur uns |fur mich )?(super|toll|gut|schon|prima|ideal|wichtig|hilfreich|nett|klasse|perfekt|interessant|lieb|am besten|hilfreich)\b|\b(interessant|hilfreich|wichtig|schon|gut|ideal|super) ware\b|\bwurde (uns|mir|mich) (sehr )?(helfen|interessieren|freuen|reichen)\b`,
      String.raw`\b(magst|mogt|konntest|kannst|wurdest|willst|konnten|konnt|konntet) (du|ihr|sie) |\b(haben|hatten|hast|hattest|gibt|gabe) (sie|du|ihr|es) .{0,80}\?$|\b(sollten|mussten|sollte|musste) (sie|ihr|wir von ihnen|bis|spatestens)\b|\b(bis|spatestens) .{0,40}\b(bei (uns|mir)|vorliegen|eingehen|hier sein|da sein)\b`,
      String.raw`\b(bitte|gerne?) (um|an|per|bis|noch|die|den|das|eine?n?|mir|uns|nicht|direkt|kurz|dann|beim|auf|im|zum|zur|keine|mit|ab|am)\b|, bitte\b|\bbitte[.!]?$`,
    ].join('|'),
  ),
  promise: new RegExp(
    [
      String.raw`\b(?!(ware|hatte|habe|hab|bin|wurde|mochte|konnte|brauche|brauchte|denke|glaube|hoffe|finde|freue|wunsche|bitte|muss|kann|soll|will|darf|weiss|meine|sehe|hore|warte|danke|benotige|erwarte|suche|wollte|sollte|musste|war|werde|bedaure|bedauere|kundige|bestelle|bestatige|lese|verstehe|frage|bekomme|arbeite|fahre|wohne|vermisse|komme) )[a-z]{3,14}e? ich (mir |mich |ihnen |dir |euch |das |es |sie |die |den |dem |bis |gleich |morgen |heute |dann |noch |gern\w* |am |selbst |direkt |nach |auch |uns |ein|einen |eine )`,
      String.raw`\bich (?!(ware|hatte|habe|hab|bin|wurde|mochte|konnte|brauche|brauchte|denke|glaube|hoffe|finde|freue|wunsche|bitte|muss|kann|soll|will|darf|weiss|meine|sehe|hore|warte|danke|benotige|erwarte|suche|wollte|sollte|musste|war|bedaure|bedauere|kundige|bestelle|bestatige|schreibe|gratuliere|frage|vermisse) )[a-z]{3,14}e (ihnen|dir|euch|mich|das|es|sie)\b`,
      String.raw`\b(ich|wir|sie|du) (werde|werden) (?!(nicht|kein))|\b(werde|werden) (ich|wir) (?!(nicht|kein))`,
      String.raw`\b(haben|hast|habt) (sie|du|ihr) .{0,50}\b(im postfach|auf dem tisch|vorliegen|bis|am|morgen|heute|spatestens)\b|\b(sie|du|ihr) (haben|hast|habt|erhalten|bekommen|bekommst|erhaltst|horen|horst) .{0,60}\b(im postfach|auf dem tisch|bis|am|morgen|heute|spatestens|von (mir|uns)|kurze|nachste|unaufgefordert)\b|\b(horen|horst|hort) (sie|du|ihr) (von|wieder|dann|mehr)\b`,
      String.raw`\b(bekommen|erhalten|kriegen|bekommst|kriegst) (sie|du|ihr)\b|\b(mache|machen|melde|melden|schaue|schauen|schau|kummere|kummern|lege|legen) (ich|wir) (mich|uns|mir|es|das|ihnen)?\b`,
      String.raw`\b(liefern|schicken|senden|reichen|melden|klaren|prufen|bringen|stellen|ubermitteln|uberweisen|zahlen) wir\b|\bwir (liefern|schicken|senden|reichen|klaren|prufen|bringen|stellen|ubermitteln|uberweisen|melden|kommen|lassen) (?!(nicht|kein))`,
    ].join('|'),
  ),
  others:
    /\b(sendet|schickt|meldet|ubermittelt|liefert|faxt|mailt|ruft|stellt|reicht|gibt|klart|pruft) (ihnen|dir|euch|sich|sie|dich|wir)\b|\b(kommt|folgt|geht|gehen|kommen|folgen|sende|liegt) (noch )?(am|bis|morgen|heute|nachste|kommende|anfang|ende|mitte|dann|in kurze|im laufe|gleich|ihnen|dir|euch|per post|zur post|montag|dienstag|mittwoch|donnerstag|freitag)\b|\bversprochen\b/,
  noPromise:
    /\?$|\b(ich|wir) (war|waren|hatte|hatten|haben|habe) \b(?!.{0,20}vor\b)|\bmelden (sie|wir uns) (sich|wenn)\b|\bbei mir melden\b|\b(geht|gehen|kommt|kommen) .{0,20}(nicht|leider|davon aus|in frage)\b|\bwerden? (wir|ich|uns|mich) .{0,40}(kundigen|umsehen|wechseln|beenden|trennen|verzichten|brauchen|benotigen|mussen|konnen|wollen)\b|\bkommt (es|das|aber|hinzu|die sache|dazu)\b/,
};

const french: Forms = {
  ask: new RegExp(
    [
      String.raw`\b(si (vous|tu) (pouviez|pouvais|pouvez|peux|voulez bien)|n'oublie(z|s)? pas|(compte|comptons) sur (vous|toi|votre)|(reste|restons|suis|sommes) (dans l'|en )attente|(n'ai|n'avons|n'a) (toujours |encore )?(pas |rien )(encore |toujours )?(recu|eu)|toujours (pas |rien )(recu|eu))\b`,
      String.raw`\b\w{3,14}(ez|e|s|is|ds)-(moi|nous|le|la|les|lui|leur|en|y)\b`,
      String.raw`(^|[,;:–-] |\b(et|puis|donc|alors|sinon) )(merci de |priere de |penser a |ne pas oublier )?(envoyez|transmettez|rappelez|dites|faites|tenez|confirmez|donnez|appelez|adressez|preparez|prevoyez|proposez|indiquez|precisez|verifiez|corrigez|renvoyez|modifiez|mettez|prenez|contactez|retournez|voyez|comptez|chiffrez|laissez|pensez|envoie|rappelle|dis|fais|confirme|donne|appelle|prepare|prevois|propose|tiens|mets|vois|passe|laisse|pense|regarde) (moi|nous|le|la|les|un|une|des|votre|vos|ton|ta|tes|ce|cette|a|au|que|si|avec|juste|bien|plutot|dans|par|tout|l')`,
      String.raw`\b(je|nous|on) (vous |te |t' ?)?(prie|prions|demande|demandons|serais|serions|saurais|saurions|laisse|laissons|invite|invitons|sollicite|sollicitons|charge|chargeons) (de |d' ?|donc |le soin|gre|reconnaissants?|lui|leur|a )`,
      String.raw`\b(je|nous|on) (aurais|aurions|aurait|voudrais|voudrions|souhaiterais|souhaiterions|souhaite|souhaitons|aimerais|aimerions|desire|desirons|attends|attendons|veux|voulons) (bien |aussi |egalement |donc |encore |avoir |recevoir |obtenir |savoir |connaitre |que |un|une|des|votre|vos|ton|le |la |les |besoin)`,
      String.raw`\b(bienvenue|appreciee?s?|souhaitee?s?|attendue?s?|necessaires?|indispensables?|utiles?)\b.{0,30}$|\b(serait|seraient|ce serait|il serait|sera) (aussi |tres |egalement |vraiment )?(parfait|ideal|utile|bien|bon|super|appreciable|appreciee?|bienvenue?|preferable|possible|souhaitable|gentil)\b`,
      String.raw`\b(il (me|nous) (faut|faudrait|manque)|manque(nt)? (encore|toujours|juste)|il faudrait|faudrait-il|il faut que vous|vous (devez|devriez|voudrez bien|pouvez (m'|nous|me|lui|leur|y|le|la|les)))`,
      String.raw`\b(a (nous|me) (retourner|renvoyer|transmettre|confirmer|faire parvenir)|(dans l'attente|en attente) de (recevoir|votre|vos|ton)|(faire|de) parvenir)\b`,
      String.raw`\b(auriez|aurais|pourrait|pourrions|peut|pouvons|puis|est-ce que|y a-t|avez|as|pensez|seriez|etes|sera-t|vont|quels?|quelles?|combien|comment|quand|ou)\b.{0,200}\?$`,
    ].join('|'),
  ),
  promise: new RegExp(
    [
      String.raw`\b(je|nous|on) (ne )?(vous |te |t' ?|lui |leur |le |la |les |l' ?|m' ?en |m' ?|nous |y )*(?!(serai|serons|pourrai|pourrons|devrai|devrons|aurai|aurons|voudrai|resterai|prendrai conge)\b)[a-z]{2,14}r(ai|ons|a)\b`,
      String.raw`\b(je|nous|on) (vous |te |t' ?|lui |leur |m' ?en )(le |la |les |l' ?|en )?(?!(remerci|pri|souhait|demand|ecri|confirm|contact|sollicit|propos|inform|felicit|laiss|attend|avai|avons|ai\b|rappell?e que|invit|signal|previen|comprend|serai|joins|joign|charg|avou|saura))[a-z]{3,14}(e|s|ons|ds)\b`,
      String.raw`\bvous (l' ?|les |le |la )?(recevrez|aurez|trouverez sous)\b|\btu (l' ?|les |le |la )?(recevras|auras)\b|\b(je|on) (m' ?en charge|m' ?en occupe|m' ?y mets|vais (vous |te |le |la |les |lui |m' ?en |en )?\w+er)\b|\b(part|partent|arrive|arrivent|suit|suivra|suivront) (demain|lundi|mardi|mercredi|jeudi|vendredi|ce|cette|sous|dans|d'ici|la semaine)\b|\bje ne manquerai pas\b`,
      String.raw`\b(vous|te|lui) (recontacter|enverr|transmettr|tiendr|rappeller|confirmer|adresser)(a|ont)\b|\b\w{3,20} (vous|te) (enverra|transmettra|contactera|appellera|rappellera|adressera|confirmera|fera|enverront)\b`,
    ].join('|'),
  ),
  noPromise:
    /\?$|\bje serai (absent|en)\b|\bserai absente?\b|\bsuite a\b.{0,40}\bje vous confirme\b|\b(je|nous|on) (ne|n' ?)(?! ?manquer).{0,40}\b(pas|plus|rien)\b|\b(je|nous) (vous )?(trouv|pens|crois|croyons|esper|compt|cherch|utilis|travaill)\w*\b|\b(je|nous) (vous )?(resili|annul|renonc|refus|accept|valid|command|prenons|declin)\w*\b/,
};

const spanish: Forms = {
  ask: new RegExp(
    [
      String.raw`\b(si (me|nos) (puedes|pudieras|puede|pudiera|podeis)|no (olvides|olvide|olvideis|olviden)|cuento con|contamos con que|haria falta|a la espera de (su|tu|vuestra?|recibir)|(aun|todavia) no (he|hemos|nos|me|tengo|tenemos)|(sigo|seguimos) sin (recibir|noticias|respuesta|saber|tener|la|el|su|tu)|no (he|hemos) recibido)\b`,
      String.raw`(^|[,;:–-] |[.!] |\b(y|o|pero|pues|entonces|asi que|tambien|por favor) )(?!(buenos|menos|tenemos|llame|hermanos|veranos|manos|planos|anos|exame|sistema)\b)[a-z]{2,12}(ame|eme|ime|ame(lo|la|los|las)|eme(lo|la|los|las)|anos(lo|la|los|las)?|enos|adme|adnos|edme|ednos|idme|idnos)\b`,
      String.raw`(^|[,;:–-] |\b(y|pero|pues|entonces|asi que) )(manda|envia|pasa|dile|haz|pon|ven|llama|confirma|revisa|dime|avisa|prepara|mande|envie|pase|haga|ponga|llame|confirme|revise|avise|prepare|incluya|incluye|tenga|considere|cuente|escriba|escribe|prueba|intenta|busca|mandad|enviad|pasad|haced|poned|llamad|confirmad|revisad|avisad|preparad|hagan|manden|envien|llamen|confirmen|revisen) (el|la|los|las|un|una|lo|a|me|nos|por|que|si|con|de|este|esta|todo|tu|su|vuestr\w|por favor|cuando|en|al)\b`,
      String.raw`\b(me|nos|te|le|os|les) (mandas|envias|pasas|confirmas|dices|ayudas|avisas|llamas|haces|cuentas|puedes|podrias|podeis|puede|podria|importaria|importa|das|da|dais|dan|preparas|preparais|mandan|envian|corre prisa|corre|interesaria|vendria|hace falta|hacen falta|falta|faltan|urge)\b`,
      String.raw`\b(ruego|rogamos|solicito|solicitamos|pido|pedimos|agradeceria|agradeceriamos|agradezco|agradecemos|exijo|exigimos|quisiera|quisieramos|querria|querriamos|desearia|deseamos|necesitaria|precisaria|preciso|precisamos|requiero|requerimos|quiero|queremos) (que|nos|me|una?|la|el|los|las|su|tu|conocer|saber|recibir|tener|confirmacion|acuse\w*|acusen|envien|contar)\b`,
      String.raw`\b(quedo|quedamos|estoy|estamos|sigo|seguimos|permanezco) (a la espera|pendientes? de|esperando|en espera)\b|\b(deben?|debera|deberan|tienen? que|tienes que|hay que) (enviar|mandar|llegar|estar|presentar|confirmar|firmar|entregar|hacer)\w*\b|\b(seria|estaria|vendria) (bien|genial|bueno|ideal|perfecto|estupendo|util|posible|de gran)\b|\b(haz|haga|hagan|haced) (el )?favor\b|\bfavor de\b|\b(antes del?|a mas tardar|para el) .{0,40}\b(por favor|gracias)\b`,
    ].join('|'),
  ),
  promise: new RegExp(
    [
      String.raw`\b[a-z]{2,14}(are|ere|ire|aremos|eremos|iremos)\b`,
      String.raw`\b(te|le|les|os|se lo|se la|se los|te lo|te la|os lo|os la|lo|la|los|las) (?!(agradezco|ruego|pido|escribo|deseo|recuerdo|confirmo|adjunto|saludo|felicito|comento|informo|espero|comunico|veo|tengo|creo|puedo|quiero|necesito|siento|digo que|entiendo|remito adjunt|propongo|cuento|echo|unico|mismo|primero|segundo|ultimo|antiguo|nuevo|proximo|tercero|cuarto|periodo|acuerdo|contrato|pedido|precio|proyecto|todo|mucho|bueno|presupuesto|viejo|correo|equipo|plazo|dinero|trabajo|servicio|resto|vuestro|nuestro|peso|caso|tiempo|hecho|cierto|justo|modelo|envio de|pago|coste|gasto|costo|riesgo)\b)[a-z]{3,12}o\b`,
      String.raw`\b(voy|vamos|va|van) a (\w+(ar|er|ir)(le|te|lo|la|os|les|se|selo|telo)?)\b|\b(sale|llega|llegara|saldra|va) (el|manana|hoy|esta|la semana)\b|\b(recibira|recibiras|tendra|tendras|recibireis|tendreis|recibiran|tendran)\b|\b\w{3,20} (le|te|os|les) (enviara|mandara|llamara|contactara|pasara|avisara|escribira|enviaran|llamaran|contactaran)\b|\b(me encargo|me ocupo|nos encargamos|nos ocupamos|quedo en|quedamos en)\b`,
    ].join('|'),
  ),
  noPromise:
    /\?$|\b(estare|estaremos|sere|seremos|podre|podremos|tendre que|habre|no \w+(are|ere|ire|aremos|eremos|iremos)|quiere|requiere|adquiere|prefiere|sugiere|refiere|compare|separe|prepare|compare|aire)\b|\bvamos a (seguir|cambiar|dejar|cancelar|esperar|necesitar|tener)\b|\bcomo (os|le|te) (digo|comento)\b/,
};

const italian: Forms = {
  ask: /(^|[,;:–-] |\b(e|poi|allora|quindi) )[a-z]{2,12}(ami|aci|emi|eci|imi|ici|ammi|acci)( |\.|!|$|lo|la|li|le)|\b(la|vi|ti) prego\b|\b(prego|preghiamo|chiedo|chiediamo|chiederei|richiediamo|si prega|si richiede|vorrei|vorremmo|gradirei|gradiremmo|sarebbe (utile|possibile|ideale|bello|opportuno)|serve|servono|servirebbe|occorre|manca|mancano|attendo|attendiamo|resto in attesa|mi serve|ci serve) (di|che|un|una|il|la|le|i|gli|avere|ricevere|sapere|la vostra|una? |ancora|se)|\b(puo|puoi|potete|potrebbe|potreste|riesci|riesce|riuscite|riuscireste) \w+/,
  promise:
    /\b(le|ti|vi|glielo|te lo|ve lo|lo|la|li) (invio|mando|faccio|chiamo|preparo|spedisco|giro|passo|confermo (entro|lunedi|martedi|mercoledi|giovedi|venerdi|domani))\b|\b[a-z]{2,12}(ero|iro|eremo|iremo|aro|aremo)\b(?!.{0,6}\?)|\b(ricevera|ricevere(te)|avra|avrete)\b/,
  noPromise: /\?$|\b(saro|saremo|dovro|potro|vero|numero|intero|libero|ero|sincero|lavoro|loro|oro|coro)\b/,
};

const dutch: Forms = {
  ask: /(^|[,;:–-] |\b(en|dus|dan|maar) )(stuur|bel|mail|laat|geef|bevestig|zet|maak|neem|kijk|plan|regel|zorg|schrijf|vraag) (me|mij|ons|het|de|een|maar|even|gerust|dan|aub|svp)\b|\b(wij|we|ik) (verzoeken|verzoek|ontvangen graag|ontvang graag|willen graag|wil graag|horen graag|hoor graag|hebben|heb) .{0,40}(nodig|graag|u|ontvangen|weten)|\bgraag (ontvang|ontvangen|uiterlijk|voor|een|uw|je|de|het|nog|zo|even|bevestig\w*)\b|\b(kunt|kun|kan|zou|zoudt|wil|wilt|mag) (u|je|jij|jullie|ik)\b|\b(zou|zouden) (fijn|mooi|handig|prettig|goed) zijn\b/,
  promise:
    /\b(ik|we|wij) (zal|zullen|stuur|sturen|laat|laten|bel|bellen|kom|komen|mail|mailen|bevestig|regel|regelen|ga|gaan|zorg|zorgen|neem|geef) (u|je|jullie|het|de|dit|een|er|terug|dan|morgen|contact|ervoor|na|hem|haar)\b|\b(u|je) (ontvangt|hoort|krijgt)\b|\b\w+ (stuurt|belt|mailt) (u|je|jullie)\b/,
  noPromise: /\?$|\b(ik|we) zal (afwezig|niet)\b/,
};

const portuguese: Forms = {
  ask: /\b[a-z]{2,12}[aei]-(me|nos)\b|\b(agradeco|agradecemos|agradecia|agradeciamos|peco|pedimos|solicito|solicitamos|gostaria|gostariamos|preciso|precisamos|aguardo|aguardamos|fico a aguardar|queria|queriamos) (que|de|o|a|os|as|um|uma|se|confirmacao|saber|receber|ter|seu|sua|vossa|vosso)\b|\b(pode|podem|poderia|poderiam|consegue|conseguem|podes|podiam|podia) (me |nos )?\w+(r|r-me|r-nos)\b|\b(se faz favor|por gentileza|por favor)\b|\b(me|nos) (envia|manda|confirma|liga|envie|mande|confirme|ligue)\b|\bseria (otimo|bom|possivel|ideal)\b/,
  promise:
    /\b(envio|mando|ligo|confirmo|passo|trato|preparo|entrego|remeto)(-lhe|-te|-vos)? (o|a|os|as|ate|amanha|hoje|na|no|isso|disso|lhe|te)\b|\b(lhe|te|vos) (envio|mando|ligo|passo|enviarei|mandarei)\b|\b[a-z]{3,12}(arei|erei|irei|aremos|eremos|iremos)\b|\bvou \w+r\b|\b(recebera|tera|receberao)\b/,
  noPromise: /\?$|\b(estarei|estaremos|serei|poderei)\b/,
};

/** Japanese as `plain` leaves it: its voiced marks are gone. */
const japanese: Forms = {
  ask: /(いたたけ(ます|れは|ない)|いたたきたく|くたさい|お願い(いた|致|申し上け)|お願い(します|てき)|ほしい|下さい|頂け|頂きたく|てしょうか|ますか)/u,
  promise:
    /(お送り(いた|致)?します|お送りさせて|送付(いた|致)|こ連絡(いた|致|さしあけ|差し上け)|こ返信|こ回答|提出(いた|致)|お電話(いた|致|します)|伺います|こ報告(いた|致))/u,
  noPromise: /(かと思|添付にて|添付の|ましたか)/u,
};

const tables: Record<string, Forms> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  nl: dutch,
  pt: portuguese,
  ja: japanese,
};

/** Whether a sentence asks by its grammar. */
export function asksByForm(simple: string, lang: string): boolean {
  return tables[lang]?.ask.test(simple) === true;
}

/** Whether a sentence promises by its grammar; `byOthers`: or says what the writer's people will do. */
export function promisesByForm(simple: string, lang: string, byOthers: boolean): boolean {
  const own = tables[lang];
  if (own === undefined || own.noPromise.test(simple)) return false;
  return own.promise.test(simple) || (byOthers && own.others?.test(simple) === true);
}
