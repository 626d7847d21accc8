/*
 * What asks and promises sound like, one table a language. Tried on one sentence in lower case without accents, never
 * longer than 600 characters; every expression is an alternation of words with no nested repeats.
 */

export interface Cues {
  /** Asks the reader for something. */
  ask: RegExp;
  /** Sounds like an ask and is politeness: "please note", "feel free". */
  polite: RegExp;
  /** The writer will do something. */
  promise: RegExp;
  /** A promise only where the sentence names its day. */
  dated?: RegExp;
  /** First person, and yet nothing is promised. */
  idle: RegExp;
  /** A lead-in below which a list of wants stands. */
  wants: RegExp;
}

const english: Cues = {
  ask: /\b(can|could|would|will) (you|u|someone|somebody|anyone|anybody)\b|\b(please|pls|plz|kindly)\b|\b(i|we)( still| will|'ll| would|'d| also)? (need|require)\b|\b(let|tell) (me|us) (know|have)\b|^(and |also |so |then |but )?(send|give|call|ring|email|get|forward|tell|text|drop|phone|ping|show|remind|quote|contact) (me|us|it|them|over|this)\b|\b(get|come) back to (me|us)\b|^(see|check|look|confirm|advise|consider|review) (what|whether|if|that|the|at|it|this|with|into)\b|\b(i|we)('d| would) (like|love|appreciate|be grateful)( it if| if| to (see|get|have|receive|know|hear|understand)| you| an?| your)\b|\bany chance\b|\b(i|we)( are|'re|'m| am) (waiting|looking) for your\b|\b(need|expect|want) (you|your)\b|\bneeds? (to be|your)\b|\b(would|it'd|it would) be (great|good|helpful|nice|useful|perfect|ideal|fantastic|appreciated)\b.{0,12}\b(if|to|could|for)\b|\bi was wondering (if|whether|what|when|how)\b|\b(still )?(waiting|looking) (for|on) (a|an|the|your|our) (quote|offer|proposal|invoice|price|answer|reply|update|contract|solution|confirmation)\b|\blook(ing)? forward to (receiving|getting|your (offer|quote|proposal|answer|reply|response|feedback|confirmation))\b|\b(i|we) expect (the|your|an?|delivery)\b|\byou('ll| will)? (need|have) to\b|^(and |also )?(make sure|ensure|be sure|don't forget|remember|prepare|provide|attach|include|copy|add|update|change|cancel|use|keep|put|share|quote|book|arrange|set up|resend|return|sign) (the|a|an|your|our|me|us|that|it|this|in|on|to|up)\b|\bappreciate (an?|your|it)\b/,
  polite:
    /\bplease (note|find|see (the )?attached|be aware|be advised|excuse|accept|bear|don't hesitate|do not hesitate|feel free|refer|ignore|disregard|do not reply)|\b(feel free|don't hesitate|do not hesitate)\b|\b(if|should) you (have|need) (any|anything|further)|\blet (me|us) know if (you have|there('s| is)|anything|i can|we can|you need)|^(thanks|thank you|many thanks)\b|\bno need to\b|^consider (this|it|yourself)\b|\b(just so you know|fyi|for your information|from now on|going forward)\b|\byou need (us|me)\b/,
  promise:
    /\b(i|we)('ll| will|'m going to| am going to|'re going to| are going to| shall|ll) (also |then |now |just |gladly |happily |personally |try to |make sure )?(send|get|let|confirm|call|check|forward|share|provide|prepare|sign|follow|come back|revert|find|ask|set|arrange|update|email|mail|put|bring|make|do|discuss|speak|talk|pass|return|issue|add|draft|deliver|ship|organi[sz]e|have|write|drop|give|review|look into|raise|chase|sort|fix|book|reply|respond|order|pay|post|submit|upload|show|work|ring|run|circulate|keep|credit|escalate|investigate|resend|correct|present|invite|introduce)\b|\b(i|ill) (have|get|send|let|call|check|sign|do) (her|him|it|you|them|my|back)\b.{0,80}\b(get back|let you know|tomorrow|over)\b|^ill \w+|\byou('ll| will) (have|get|receive|find|hear)\b.{0,60}\b(from (me|us)|by|today|tomorrow|on|this)\b|\b(is|are) with you (today|tomorrow|by|on|this|next)\b|\bour \w{2,12} will (send|set|get|call|provide|prepare|sign|review|contact|confirm|share)\b|\b(i|we) (can|could) (send|have|get) (it|this|them|that|the \w+) (to you )?(by|on|tomorrow)\b|^(and |also |then )?(will|shall) (send|call|get|let|share|confirm|check|forward|come back|revert|follow up|update|email|do)\b|\b(i'm|i am|we're|we are) (sending|getting|forwarding|shipping|posting|calling)\b|^(sending|getting|shipping|posting) (it|this|them|the|that|you)\b|^let me (check|ask|find out|look into|see|talk|speak)\b.{0,80}\b(get back|come back|let you know|revert|update)\b|^expect (the|it|a|an|my|our|them)\b|\b(i|we) (can|could) (send|have|get) (you |it |this |them |that |the )/,
  idle: /\?$|\b(i|we)('ll| will) (be (out|away|on|with|in|off)|see|have to|need|look at (the|it) (market|again))\b|\botherwise (i|we) will\b|\b(i|we)('ll| will) (get back to you|reply|respond) (when|on my return|once i)/,
  wants:
    /\b(need|require|please|could you|can you|missing|waiting|questions?|requests?|asks?|action|to do|todo|wish|would like|want)\b/,
};

const german: Cues = {
  ask: /\b(konnen|konnten|kannst|konntest|wurden|wurdest|mochten|mogen) (sie|du|ihr|wir|uns|mir)\b|\bbitte(n wir|n sie)?\b|\b(ich|wir) (bitten|bitte|brauchen|brauche|brauchten|benotigen|benotige|erwarten|erwarte|wunschen)\b|\bhatten? (ich |wir )?gern\w* (noch )?(ein|eine|einen|mehr|eure|ihre|gewusst)\b|\b(brauchen|brauche|brauchten|brauchte|benotigen|benotige|erwarten|bitten) (ich|wir|noch|bis|dringend)\b|^(und )?(schicken|senden|geben|rufen|melden|nennen|lassen|reichen|prufen|bestatigen|schauen|teilen|kommen|sagen) sie\b|^(schick|sende?|gib|ruf|melde?|lass|sag|pruf|schau)e? (mir|uns|mich|mal|bitte|dich|das)\b|\b(lassen sie|lass) (mich|uns) wissen\b|\b(musste|mussten|muss|sollte|sollten) (bis|noch|dringend|spatestens)\b|\b(ware|waren) (nett|toll|schon|super|dankbar|hilfreich|prima)\b|\bwarte(n)? (noch )?auf (ihr|dein|eur)\w*\b|\bfehlt (mir|uns) noch\b|\bwurden? (ich |wir )?(mich|uns) (sehr )?(uber|freuen)\b|\b(mir|uns) fehl(t|en)\b|\bwird gebeten\b|\bwurden? (ich|wir) gern\w*\b.{0,60}\b(wissen|erhalten|haben|bekommen)\b|\b(ich|wir) (wurde|wurden) gern\w*\b.{0,60}\b(wissen|erhalten|haben|bekommen)\b|\bum (ruckmeldung|ruckruf|bestatigung|antwort|info|angebot)\b/,
  polite:
    /\bbitte (beachten|entschuldig\w*|antworten sie nicht|wenden|nicht antworten|haben sie verstandnis|verzeih\w*)|\bzogern sie nicht|\b(bei|fur) (ruck)?fragen\b|\bfalls sie (noch )?fragen|^(vielen dank|danke|besten dank)\b|^bitte (sehr|schon)|\bentschuldig/,
  promise:
    /\b(ich|wir) werden? (ihnen|dir|euch|das|die|den|es|uns|mich|sie|morgen|am|bis|noch|heute)\b|\b(schicke|sende|maile|ubersende|faxe|liefere|reiche|bringe|leite|prufe|klare|melde|rufe|gebe|erstelle|bestatige|kummere|rechne|stelle|hake|informiere|veranlasse|lasse|besorge|trage|mache|buche|ubermittle)n? (ich|wir|mich|uns|ihnen|dir|euch|das|es|sie|selbst)\b|\b(ich|wir) (schicke|sende|maile|ubersende|liefere|reiche|bringe|leite|prufe|klare|melde|rufe|gebe|erstelle|kummere|rechne|informiere|veranlasse|besorge|mache|ubermittle|schicken|senden|melden|liefern|prufen|klaren|kummern|rufen|ubersenden)n?\b|\b(erhalten|bekommen|erhaltst|bekommst) (sie|du|ihr)\b.{0,60}\b(von (mir|uns)|bis|am|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag)|\b(haben|hast) (sie|du) .{0,30}\b(bis|am|morgen|spatestens)\b|\b(erhalten|bekommen) (das|die|den|ein|eine|einen|es|alles)\b.{0,60}\b(bis|am|morgen|heute|spatestens)\b|\bgeh(t|en) (ihnen |dir |euch )?(morgen|heute|am|noch|bis)\b.{0,40}\b(raus|zu|ab)\b|\b(habe|hast|haben) sie .{0,40}\bim postfach\b/,
  idle: /\?$|\b(ich|wir) (bin|sind|war|waren|hatte|hatten|haben|habe)\b|\bmelden (sie|wir uns) (sich|wenn)\b|\bbei mir melden\b/,
  wants: /\b(brauch\w*|benotig\w*|bitte\w*|fehl\w*|fragen|punkte|wunsch\w*|bitten|noch offen|erforderlich)\b/,
};

const french: Cues = {
  ask: /\b(pouvez|pourriez|pourrais|peux|auriez|aurais|voulez|voudriez|seriez|serais|sauriez)[- ](vous|tu)\b|\bvous (pouvez|pourriez|serait-il)\b|\bmerci (de|d')( bien vouloir|)? ?(?!votre|vos|ton|ta|tes|nous avoir|m'avoir|avoir)\b|\bje vous remercie (de|d') ?(?!votre|vos|l'|avoir|m'avoir|nous avoir)(bien vouloir|me|m'|nous|faire|prevoir|confirmer|\w+er)\b|\bveuillez\b|\bje vous (prie|saurais|serais|demande|laisse le soin) (de|gre|reconnaissant)|\b(j'ai|j'aurais|nous avons|nous aurions|on a|on aurait)( encore| aussi| egalement| vraiment)? besoin\b|\bil (nous|me|m'en|nous en) (faut|faudrait|manque)\b|\b(nous attendons|j'attends) (votre|vos|ton|de)\b|\b(je souhaiterais|nous souhaiterions|je voudrais|nous voudrions|j'aimerais|nous aimerions) (recevoir|avoir|obtenir|connaitre|que vous|savoir)\b|\b(envoyez|transmettez|rappelez|dites|faites|tenez|confirmez|donnez|appelez|envoie|dis|rappelle)-(moi|nous|le|la|les)\b|\b(s'il vous plait|s'il te plait|svp|stp)\b|\bdans l'attente de (votre|vos|ton) (proposition|devis|offre|reponse|retour|confirmation)\b|\bpriere de\b|\b(serait-il|est-il|est-ce) possible\b|\bnous (aimerions|souhaitons|souhaiterions) (recevoir|obtenir|avoir)\b/,
  polite:
    /\bveuillez (agreer|trouver|recevoir|noter|croire|accepter|excuser|m'excuser)|\bn'hesite(z|)\b|\bsi vous avez (des|la moindre|d'autres)|^(merci|je vous remercie|nous vous remercions) (pour|de votre|de vos|beaucoup|a vous)|\bsauf erreur\b|\bje vous prie (de croire|d'agreer|d'excuser)/,
  promise:
    /\b(je|j'|nous|on) ?(vous |te |t'|lui |leur |le |la |les |l'|vous l'|vous les |vous la |vous le |te l'|m'en |m'|nous )?(enverr|transmettr|confirmer|fer|adresser|reviendr|rappeller|tiendr|preparer|occuper|renverr|communiquer|appeller|rediger|verifier|remettr|livrer|passer|donner|signer|valider|fournir|aur|retourner|recontacter)(ai|ons|a)\b|\b(je|j'|nous|on) ?(vous |te |t'|lui |leur |le |la |les |l'|vous l'|vous les |vous la |vous le |te l'|m'en |m'|nous )?(envoie|envoyons|transmets|transmettons|fais parvenir|faisons parvenir|adresse|adressons|reviens|revenons|rappelle|rappelons|tiens (au courant|informe)|m'en occupe|m'occupe|renvoie|communique|redige|verifie|remets)\b|\bje vais (vous |te |le |la |les |lui )?(envoyer|transmettre|faire|preparer|verifier|demander|rappeler|appeler|voir|regarder)\b|\bvous (recevrez|aurez)\b/,
  dated:
    /\b(je|nous) (vous |te |t')(confirme|confirmons|dis|donne|donnons|passe|appelle|appelons)\b|\b(je|nous) (prepare|preparons|passe|signe|signons|valide|validons)\b/,
  idle: /\?$|\bje serai (absent|en)\b|\bserai absente?\b|\bsuite a\b.{0,40}\bje vous confirme\b/,
  wants:
    /\b(besoin|merci|faut|faudrait|manque\w*|questions?|pouvez|pourriez|points?|souhait\w*|attend\w*|demand\w*)\b/,
};

const spanish: Cues = {
  ask: /\b(puede|puedes|podria|podrias|podeis|podriais|pueden|podrian|podemos contar)\b|\bpor favor\b|\b(necesito|necesitamos|necesitaria|necesitariamos|precisamos|requerimos|nos hace falta|me hace falta|nos falta)\b|\b(me|nos) (mandas|envias|pasas|confirmas|dices|ayudas|manda|envia|pasa|confirma|dice|ayuda|avisas|avisa|mandais|enviais)\b|\b(te|le|os|les) (vendria|parece|parecia|iria) (bien)?\b|\b(ruego|rogamos|agradeceria|agradeceriamos|agradezco|agradecemos|pido|pedimos|solicito|solicitamos)\b|\b(quedo|quedamos) (a la espera|pendiente)|\b(espero|esperamos) (su|tu|vuestra?|que (me|nos))\b|^(y |tambien )?(enviame|mandame|confirmame|avisame|dime|pasame|llamame|envieme|mandeme|confirmeme|digame|pongame|llameme|envienos|mandenos|confirmenos|haganos|diganos|enviadnos|mandadnos)\b|\bfavor de \w+r\b|\b(me|nos) urge\b|\b(me|nos) gustaria (recibir|tener|saber|que|contar|conocer|ver)\b|\b(quisiera|quisieramos|querria|querriamos|quiero|queremos) (saber|recibir|una? (oferta|presupuesto|cotizacion)|que (me|nos))\b|^(haznos|hazme|haganos|hagame|pasanos|pasenos|pasadnos|cuentanos|llamanos|llamenos|enviadme|mandadme|envianos|mandanos|confirmanos|dinos|diganos)\b/,
  polite:
    /\bno dud(e|es|en|eis)\b|\bcualquier (duda|cosa|consulta)|\bsi (tiene|tienes|necesita|necesitas) (alguna|algo|mas)|^(muchas )?gracias (por|a)\b|\bagradezco (su|tu|el|la|mucho)\b|\bpara asuntos urgentes\b/,
  promise:
    /\b(te|le|les|os|se lo|se la|se los|se las|te lo|te la|te los|te las|os lo|os la|os los|os las|lo|la|los|las) (mando|envio|paso|remito|preparo|hago|hago llegar|digo|aviso|llamo|mandamos|enviamos|pasamos|preparamos|llamamos)\b|\b(enviare|mandare|pasare|llamare|confirmare|preparare|hare|remitire|avisare|dire|revisare|volvere|contestare|respondere|firmare|enviaremos|mandaremos|pasaremos|llamaremos|confirmaremos|prepararemos|haremos|remitiremos|avisaremos|diremos|revisaremos|firmaremos)\b|\b(voy|vamos) a (enviar|mandar|pasar|llamar|preparar|revisar|consultar|hablar|hacer|confirmar)\w*\b|\b(recibira|recibiras|tendra|tendras|recibireis|tendreis)\b|\bquedo en (enviar|mandar|pasar|llamar|confirmar)\w*\b|\b(recibiran|tendran)\b|\b(os|te|le|les) (paso|mando|envio|remito|preparo)\b/,
  dated: /\b(te|le|os|les) (confirmo|confirmamos)\b/,
  idle: /\?$|\b(estare|estaremos)\b/,
  wants:
    /\b(necesit\w*|falta\w*|por favor|podria\w*|preguntas?|puntos|requerimos|hace falta|pendiente\w*|pido|pedimos)\b/,
};

const italian: Cues = {
  ask: /\b(puo|puoi|potrebbe|potresti|potete|potreste)\b|\b(per favore|per cortesia|cortesemente)\b|\b(ho|abbiamo|avrei|avremmo) bisogno\b|\b(mi|ci) (manda|mandi|invia|invii|conferma|confermi|faccia|fai) (sapere)?\b|\bla prego\b/,
  polite: /\bnon esiti?\b|\bse ha (domande|bisogno)/,
  promise:
    /\b(le|ti|vi|glielo|te lo|ve lo) (invio|mando|inviero|mandero|confermero|faro|chiamero|preparero|inviamo|mandiamo|invieremo|manderemo)\b/,
  idle: /\?$/,
  wants: /\b(bisogno|serve|servono|domande|mancano?|cortesemente)\b/,
};

const dutch: Cues = {
  ask: /\b(kun|kunt|kan|zou|zouden|wil|wilt) (je|jij|u|jullie)\b|\b(graag (ontvangen|ontvang|zouden|hoor|horen)|alstublieft|alsjeblieft|svp)\b|\b(ik|we|wij) (heb|hebben) .{0,40}nodig\b|\blaat (me|ons|het (me|ons))\b/,
  polite: /\baarzel niet\b|\bheb(t)? (je|u) (nog )?vragen\b/,
  promise:
    /\b(ik|we|wij) (zal|zullen|stuur|sturen|laat|laten|bel|bellen|kom|mail|mailen|bevestig|regel)\b|\b(stuur|bel|mail|laat|zal|bevestig|regel) (ik|we|wij)\b/,
  idle: /\?$/,
  wants: /\b(nodig|vragen|graag|ontbreken|ontbreekt)\b/,
};

const portuguese: Cues = {
  ask: /\b(voce|voces|o senhor|a senhora) (consegue|pode|poderia|conseguem|podem)\b|\b(pode|poderia|consegue|podem|poderiam) (me|nos|enviar|mandar)\b|\bpor favor\b|\b(preciso|precisamos|gostaria|gostariamos) (de|que)?\b|\bagradeco que\b|\bpeco que\b|\baguardo (seu|sua|o)\b/,
  polite: /\bnao hesite\b|\bqualquer (duvida|coisa)/,
  promise:
    /\b(mando|envio|te mando|lhe envio|enviarei|mandarei|vou (enviar|mandar|preparar|ligar|verificar)|vamos (enviar|mandar)|enviaremos|retorno|ligo|passo)\b/,
  idle: /\?$/,
  wants: /\b(precis\w*|falta\w*|perguntas?|por favor)\b/,
};

const tables = new Map<string, Cues>([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['it', italian],
  ['nl', dutch],
  ['pt', portuguese],
]);

/** The language's table; null where there is none. */
export function cuesOf(lang: string): Cues | null {
  return tables.get(lang) ?? null;
}

/** Questions that nobody expects to see on a list of things to do. */
export const smallTalk =
  /\b(how are you|how's it going|how are things|how have you been|hope you|all well|how was (your|the)|have a (good|nice|great)|wie geht|alles gut|schones wochenende|comment (allez|vas)|ca va|tout va bien|como (va|esta|estas|estais)|que tal|come (sta|stai|va)|hoe gaat|tudo bem|como vai|right\?$|isn't it\?$|oder\?$|n'est-ce pas|verdad\?$|ok\?$|okay\?$|what if|stell dir vor|wussten sie)\b/;
