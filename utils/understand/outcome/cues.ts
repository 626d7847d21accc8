/** Agreement in passing: it counts where the mail begins with it. */
export const assent =
  /^(agreed|accepted|deal)\b|\b((works|work|fine|good|great|ok|okay|perfect) (for|with|by) (us|me)|we('| a)re (all )?(good|fine|happy) with|passt (uns|fur uns|so)|(sind|bin) (damit )?einverstanden|nous va|nous convient)\b/;

export interface Cues {
  negative: RegExp;
  positive: RegExp;
  /** A condition or a plan: what stands behind it has not happened. */
  unsure: RegExp;
  meeting: RegExp;
}

/*
 * Alternations of words over accent-free lower-case text; none repeats what it repeats.
 */
export const cues: Record<string, Cues> = {
  en: {
    negative:
      /\b(decided (not to|against|to go with (another|a different|someone else))|(going|go|gone|went) with (another|a different|someone else|a competitor)|(not|n't|never) (be )?(going ahead|moving forward|moving ahead|proceeding|proceed|renewing|renew|pursue|continue with)|on hold\b|spending freeze|budget freeze|hiring freeze|(cancel|cancelling|canceling|terminate|terminating) (our|the|my|this) (\w+ )?(contract|subscription|order|licen[cs]es?|account|project|agreement|renewal|pilot)|no longer (need|require|interested|be)|not interested|(not|n't) (a|the right) fit|(unable|not able) to (proceed|move forward|continue|renew|commit)|(can't|cannot|can not|won't|will not) (proceed|move forward|continue|renew|commit|justify|be able to (proceed|renew|continue))|won't be (renewing|continuing|proceeding|going)|(leave|leaving|ending|end|stop|stopping) (you|your service|our (contract|subscription|account|cooperation))|(reviewing|consider\w*|evaluat\w+|look(ing)? (at|for)) (our )?(options|alternatives|other (vendors|suppliers|providers))|out of budget|too expensive for us|taking (our )?business elsewhere|(we'?ll|we will|going to|have to) pass\b|decline (your|the) (offer|proposal)|look(ing)? elsewhere|lost (the )?budget|budget (was|has been|got) cut|postpon(e|ed|ing) (the|this|our) (\w+ )?(project|launch|rollout|start|decision|purchase)|push(ed|ing)? (the|this) (project|rollout) (back|out)|switch(ing)? (to|over to) (another|a different|a competitor))\b/,
    positive:
      /\b(go ahead|please proceed|(happy|pleased|glad|delighted) to (confirm|accept|proceed|approve|sign|go)|we (hereby )?(accept|agree|approve|order)\b|i (accept|agree|approve)\b|(is|are|was|were|been|has|have|got) (now )?(approved|accepted|agreed)|(has|have|had) (\w+ )?(approved|accepted|agreed|countersigned)|signed off|signed (the )?(copy|contract|order|agreement|version|offer|proposal)|countersigned|do want to (renew|go|order|proceed)|(we'?d|we would|i'?d|i would) (like|love) to (order|start|renew|sign|proceed|go with|go ahead|move forward|extend)|purchase order (is )?(attached|enclosed)|(attached|here) is (our|the) (signed|purchase order|po)\b|place (an|our|the) order|let'?s (go (ahead|with)|do it|do this|proceed|sign)|(we|i) (have |'ve )?(decided|chosen|picked|selected) (to go with|to proceed|to sign|to renew|to buy|to order|you|your|option)|(we|i)('d| would| will|'ll) (like to )?(go|move) (ahead|forward)\b|we('d| would) be (happy|glad) to (sign|proceed|renew|order|go)|(order|renewal|booking) (is )?confirmed|(we|i) (hereby )?confirm (the|our|my) (order|renewal|purchase|extension)|you can (invoice|bill) us|please (send|issue) (us )?the (contract|invoice) (so|and) we|count us in|you('ve| have) won|got (the )?(approval|sign-?off|green light)|green light|we (will|'ll) take (it|them|the|\d)|renew (for|our|the)|you have (a|my|our) (deal|approval|go))\b/,
    unsure: /\b(if|unless|whether|once|before|until|would need|depends|subject to|when)\b/,
    meeting:
      /\b(call|meet|meeting|demo|visit|appointment|slot|session|chat|catch up|walkthrough|introduction|reschedule|intro|be with you|work(s)? (for you|instead|better)|suit(s)? you|available|are you free|i'm free|instead|instead of|running late|make it|ring|phone|give me a|invite|see you|move it|either day)\b/,
  },
  de: {
    negative:
      /\b(bleiben (\w+ )?bei (unserer|unserem|der|dem)|absagen|abgesagt|absage\b|nicht weiter ?verfolgen|nicht weitergef\w+|(gegen|fur) (ihr angebot|sie|einen anderen|ein anderes|den mitbewerb\w*|einen mitbewerb\w*) entschieden|anderen (anbieter|lieferanten)|kundigen wir|wir kundigen|kundige ich|hiermit kundig\w+|storni\w+|zuruckgestellt|auf eis|kein (interesse|bedarf|budget)|keinen bedarf|verschieben (das|unser) projekt|projekt (ist|wird|wurde) (gestoppt|verschoben|eingestellt)|sehen (wir )?davon ab|nehmen (wir )?abstand|nicht zustande|(leider )?nicht (moglich|umsetzbar|finanzierbar)|kein(e)? (mittel|freigabe|zusage)|gestrichen|(budget|projekt) (wurde|ist|haben) \w* ?(gekurzt|gestoppt|verschoben)|anderweitig entschieden|(andere|alternative) anbieter|wechseln (wir )?(zu|den anbieter)|zum nachsten termin kundigen|nicht verlangern|vertrag nicht)\b/,
    positive:
      /\b(bestellen wir|wir bestellen|bestelle ich|ich bestelle|bewilligt|genehmigt|freigegeben|einverstanden|hatten? gern\w* noch\w*|akzeptier\w+|zugestimmt|stimmen (\w+ )?zu|unterschrieben|unterzeichnet|beauftragen|erteilen (wir )?(ihnen )?den (auftrag|zuschlag)|nehmen (wir )?(ihr |das )?angebot an|(ihr|das) angebot (\w+ )?an\b|verlangern (wir|den|um|gern\w*)|wir verlangern|gerne verlangern|machen wir so|legen sie los|legt los|grunes licht|zusage\b|sagen (\w+ )?zu\b|wir nehmen (die|das|den|drei|zwei|vier)|(ihr|dein|euer) angebot entschieden|fur (sie|euch|dich) entschieden|(wir|ich) (mochten|mochte|wurden|wollen) (gerne? )?(bestellen|beauftragen|verlangern|starten|buchen)|bestatigen (wir|hiermit) (\w+ )?(die|den|unsere\w*) (bestellung|auftrag|verlangerung)|bestatige (ich )?(hiermit )?(die|den) (bestellung|auftrag|verlangerung)|konnen (sie |wir )?(so )?(loslegen|starten)|freigabe (ist )?(da|erteilt)|anbei (der|die|das) unterschriebene\w*)\b/,
    unsure: /\b(wenn|falls|sofern|ob|sobald|bevor|erst|wurde|wurden|konnten)\b/,
    meeting:
      /\b(termin\w*|besuch\w*|vorfuhrung|treffen|telefonat|telefonieren|gesprach|besprechung|videocall|call|passt|recht|am tor|vorbei ?kommen|verlegen|verschieben|schulung|einfuhrung|uhrzeit|statt|komme ich|rufe|anruf|rufen|ruf|ginge|ausweichtermin|einladung|sehen uns)\b/,
  },
  fr: {
    negative:
      /\b(ne (donnerons|donnons|donnerai) pas suite|pas (de )?suite favorable|abandonn\w+|resili\w+|renonc\w+|annul(ons|er|e|ee) (la|le|notre|ma)|autre (prestataire|fournisseur|solution)|retenu un autre|report(e|ons|er) (le|notre) projet|projet (est )?(reporte|suspendu|gele)|plus besoin|pas interess\w+|budget (gele|refuse|coupe|supprime)|ne (pouvons|souhaitons|pourrons) (pas|plus) (donner suite|poursuivre|continuer|renouveler)|ne renouvel\w+ pas|mettre fin|mettons fin|en attente jusqu|declin\w+)\b/,
    positive:
      /\b(accept(e|ons|ee|ent)\b|nous sommes d'accord|d'accord (pour|avec|sur)|bon pour accord|valid(e|ons|ee)\b|approuv\w+|nous commandons|je commande|feu vert|vous pouvez (lancer|y aller|commencer)|signe(e|s)? (en piece|ci-joint|par)|contrat signe|devis signe|nous renouvelons|je renouvelle|nous (vous )?confirmons (la commande|notre (commande|accord|choix))|je (vous )?confirme (la commande|notre (commande|accord|choix)|mon accord)|ci-joint (le|notre) bon de commande|on y va|nous (avons (choisi|retenu|opte pour)|choisissons|retenons) (votre|vous|la|l')|bonne nouvelle|nous souhaitons (commander|renouveler|reconduire|demarrer)|commande confirmee|je signe|nous signons|ca nous va|cela nous convient|nous convient)\b/,
    unsure: /\b(si|sauf|des que|avant|une fois|lorsque|quand)\b/,
    meeting:
      /\b(rendez-vous|rdv|reunion|demonstration|visite|disponible|appel|creneau|visio|passer|decaler|venir|convient|rencontrer|visioconference|rappel\w*|appel\w*|joignable|invitation|entretien)\b/,
  },
  es: {
    negative:
      /\b(nos quedamos con|quedarnos con|hemos (decidido|optado) (no|por otr\w)|no (vamos a|podemos) (seguir|continuar|avanzar|renovar)|otro (proveedor|instalador)|cancelar (el|la|nuestr\w)|cancelamos|rescindi\w+|descarta\w+|aplaza\w+|en pausa|no nos interesa|ya no (necesitamos|nos interesa)|sin presupuesto|no (seguiremos|continuaremos|renovaremos|renovamos)|dejamos el (servicio|contrato|proyecto)|hemos elegido (a )?otr\w|nos decantamos por otr\w|queda (aplazado|pospuesto|cancelado)|posponer|demasiado caro|baja del (servicio|contrato))\b/,
    positive:
      /\b(adelante con|adelante\b|aprobad\w+|aprueba|aceptamos|acepto|aceptad\w+|de acuerdo con|estamos de acuerdo|confirmamos (el|la|nuestr\w)|confirmo (el|la) (pedido|renovacion)|firmad\w+|renovamos|queremos renovar|hacemos el pedido|luz verde|hemos (decidido|elegido|aprobado) (seguir|renovar|contratar|vuestr\w|su|la opcion|trabajar)|confirmamos|podeis (empezar|facturar)|pueden (empezar|facturar)|va firmad\w|nos parece bien|nos vale|cerramos)\b/,
    unsure: /\b(si|antes de|cuando|hasta que|una vez|siempre que)\b/,
    meeting:
      /\b(reunion|visita|llamada|cita|demo|videollamada|pasarte|pasarse|te vendria|le vendria|os vendria|disponib\w+|alli estare|nos vemos|quedar|vernos|mover la|cambiar la)\b/,
  },
  it: {
    negative: /\b(abbiamo deciso di non|altro fornitore|disdi\w+|annullare|rinunci\w+|non procediamo)\b/,
    positive:
      /\b(accettiamo|accetto|approvat\w+|procediamo|procedete|confermiamo l'ordine|firmat\w+|va bene per noi)\b/,
    unsure: /\b(se|prima|quando)\b/,
    meeting: /\b(appuntamento|riunione|incontro|visita|chiamata|confermo)\b/,
  },
  nl: {
    negative:
      /\b(gaat niet (lukken|door)|zien (we )?af van|andere leverancier|opzeggen|annuleren|geen interesse|uitgesteld)\b/,
    positive:
      /\b(akkoord|goedgekeurd|ga (je gang|maar door)|bestellen (wij|we)|(wij|we) bestellen|getekend)\b/,
    unsure: /\b(als|indien|zodra|wanneer)\b/,
    meeting: /\b(afspraak|overleg|vergadering|bezoek|gesprek|bellen)\b/,
  },
  pt: {
    negative:
      /\b(decidimos nao|outro fornecedor|cancelar|rescindir|desistimos|nao vamos (seguir|continuar))\b/,
    positive:
      /\b(aprovad\w+|aceitamos|pode seguir|confirmo a (renovacao|encomenda|compra)|fechado|assinad\w+)\b/,
    unsure: /\b(se|quando|assim que)\b/,
    meeting: /\b(reuniao|visita|chamada|encontro|agendar)\b/,
  },
};

/** A clock time, a weekday, a day of a month: without one it is talk about a meeting, not about when. */
export const when =
  /\b(\d{1,2}[:.h]\d{2}|\d{1,2} ?(uhr|am|pm|h|o'clock)|(at|um|a las|alle|vers|after|ab|om|a|before|around|gegen) \d{1,2}\b(?! ?[%€$£])|(mon|tues|wednes|thurs|fri|satur|sun)days?|(mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|(lun|mar|mercre|jeu|vendre|same)di|lunes|martes|miercoles|jueves|viernes|(lune|marte|mercole|giove|vener)di|(maan|dins|woens|donder|vrij)dag|(segunda|terca|quarta|quinta|sexta)(-feira)?|today|tonight|tomorrow|heute|morgen|ubermorgen|demain|apres-demain|hoy|manana|domani|oggi|vandaag|amanha|hoje|a las (una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)|(either|any|another|the other|same) (day|time|morning|afternoon)|(jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\w* \d{1,2}(st|nd|rd|th)?|the \d{1,2}(st|nd|rd|th)|(le|el|il|dia|am|den|il) \d{1,2}\b|\d{1,2}(\.|st|nd|rd|th|er)? ?(oder|ou|o|or|und|and|de|of)? ?(\d{1,2}\.? )?(jan|feb|mar|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|janv|fevr|avril|juin|juil|aout|ene|abr|mayo|ago|dic|gen|mag|giu|lug|set|ott)\w*)\b/;

/** Said, and not behind a condition in the same sentence. */
export function isSaid(simple: string, cue: RegExp, unsure: RegExp): boolean {
  const found = cue.exec(simple);
  if (!found) return false;
  const condition = unsure.exec(simple);
  return condition === null || condition.index > found.index;
}
