import { cuesOf } from '@/utils/understand/asks/cues';
import { plain } from '@/utils/understand/dates/tokens';

/** Where a sentence stands in its mail. */
export interface Place {
  /** Of the mail's useful sentences, from 0. */
  index: number;
  count: number;
  /** An item of a list. */
  item: boolean;
  lang: string;
}

/* Tried on a sentence in lower case without accents, of at most 600 characters; alternations of words only. */

const decides =
  /\b(agree[ds]?|accept\w*|approv\w*|confirm\w*|decid\w*|decision|go ahead|going ahead|green light|sign(ed|ing)?|chos\w*|choose|chosen|selected|pick(ed)?|award\w*|renew\w*|order(ed|ing)?|purchase order|po|we are good|works for (us|me)|happy with|declin\w*|cancel\w*|terminat\w*|reject\w*|pass on|on hold|pause[ds]?|postpon\w*|delay\w*|froze\w*|freez\w*|not (be )?(able|moving|going|renew\w*)|instead|einverstanden|angenommen|akzeptiert?|genehmig\w*|freigegeben|freigabe|bestatig\w*|entschieden|entscheid\w*|zusage\w*|zugestimmt|bestell\w*|beauftrag\w*|unterschr\w*|unterzeich\w*|verlanger\w*|passt|absag\w*|ablehn\w*|kundig\w*|storn\w*|verschieb\w*|verschoben|zuruckgestellt|d'accord|accord|accepte\w*|valid\w*|approuv\w*|confirm\w*|decid\w*|retenu\w*|choisi\w*|signe\w*|signature|command\w*|renouvel\w*|refus\w*|annul\w*|resili\w*|report\w*|repouss\w*|suspend\w*|acept\w*|aprob\w*|aprov\w*|confirm\w*|decid\w*|elegi\w*|firm\w*|pedido|encarg\w*|renov\w*|rechaz\w*|cancel\w*|aplaz\w*|pospon\w*|de acuerdo|adelante|conferm\w*|accett\w*|firmat\w*|ordin\w*|annull\w*|rinvi\w*|akkoord|goedgekeurd|bevestig\w*|besteld?|bestelling|getekend|uitstel\w*|uitgesteld|geannuleerd|opzegg\w*|fech\w*|assin\w*)\b/;
const bounds =
  /\b(only if|unless|provided|as\slong\sas|condition\w*|must|has to|have to|needs? to|deadline|limit\w*|maximum|at least|no later|nur wenn|sofern|vorausgesetzt|bedingung\w*|muss|mussen|darf|durfen|spatestens|frist|hochstens|mindestens|ausgeschlossen|a condition|sous reserve|condition\w*|doit|doivent|faut|maximum|au plus tard|avant|bloqu\w*|siempre que|condicion\w*|debe\w*|tiene que|antes de|plazo|maximo|minimo|deve|devono|entro|moet\w*|uiterlijk|voorwaarde\w*)\b/;
const trouble =
  /\b(problem\w*|issue\w*|broken|fail\w*|error\w*|outage\w*|wrong|missing|damag\w*|defect\w*|late|complain\w*|unfortunately|however|but|concern\w*|risk\w*|expensive|too (high|much|long)|budget|leider|defekt\w*|fehl\w*|storung\w*|kaputt|ausgefallen|ausfall|reklam\w*|falsch\w*|beschadig\w*|verspat\w*|allerdings|jedoch|aber|teuer|zu (hoch|teuer|lang)|malheureusement|panne\w*|erreur\w*|defaut\w*|probleme\w*|retard\w*|mais|cependant|trop|cher|lamentablemente|fallo\w*|averia\w*|error\w*|problema\w*|retras\w*|pero|sin embargo|caro|demasiado|purtroppo|problema|guasto|ma|helaas|storing|probleem|maar)\b/;
const encloses =
  /\b(attach\w*|enclos\w*|anbei|angehangt|im anhang|beigefugt|anhang|beiliegend|ci-?joint\w*|piece jointe|en pj|joins?|adjunt\w*|anexo|allegat\w*|in allegato|bijlage|bijgevoegd|em anexo)\b/;
const money =
  /[€$£¥]|\b(eur|euros?|usd|gbp|chf|dollars?|prices?|pricing|cost\w*|quot\w*|discount\w*|invoice\w*|budget|fee\w*|preis\w*|kosten|angebot\w*|rabatt\w*|rechnung\w*|prix|tarif\w*|devis|remise\w*|facture\w*|precio\w*|presupuesto|coste\w*|descuento\w*|factura\w*|cotizacion|prezzo|preventivo|sconto|fattura|prijs|offerte|korting|factuur|preco\w*|orcamento|desconto|proposta)\b/;
const days =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(january|february|march|april|june|july|august|september|october|november|december|tomorrow|today|next (week|month|year)|montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute|nachste[nr]? woche|kommende[nr]? woche|januar|februar|marz|mai|juni|juli|oktober|dezember|kw|lundi|mardi|mercredi|jeudi|vendredi|demain|aujourd'hui|semaine prochaine|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|lunes|martes|miercoles|jueves|viernes|manana|hoy|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunedi|martedi|mercoledi|giovedi|venerdi|domani|maandag|dinsdag|woensdag|donderdag|vrijdag|segunda|terca|quarta|quinta|sexta|amanha)\b|[月火水木金]曜|\d{1,2}月\d{1,2}日/;
const leads =
  /^(i|we) (just |recently |first )?(came across|saw|read|met|spoke|talked|discussed|heard|looked at|had a look|presented|shared|went through|am writing|are writing|work|represent)\b|^(as\s(discussed|agreed|promised|mentioned)|following|further to|per our|regarding|re|referring|i am writing|just (checking|following|wanted)|quick (question|one|note))\b|^(ich|wir) (habe|haben|bin|sind)\b.{0,80}\b(gelesen|gesehen|gesprochen|besprochen|angeschaut|angesehen|vorgestellt|gepruft|gestossen|gelegt|geschaut)\b|^(wie (besprochen|telefonisch|vereinbart|versprochen)|bezugnehmend|nach unserem|unter bezugnahme|im nachgang|ich (schreibe|melde mich)|kurze frage)\b|^(j'ai|nous avons) (lu|vu|parle|presente|discute|regarde|etudie)|^(suite a|comme (convenu|promis|evoque)|faisant suite|je reviens|je me permets|petite question)\b|^(he|hemos) (visto|leido|hablado|revisado|comentado)|^(como (comentamos|acordamos|quedamos|te comente)|segun lo|a raiz de|le escribo|te escribo|os escribo)\b/;
const vague = /^(that|this|it|he|she|they|das|dies|es|er|sie|c'est|ca|cela|il|elle|eso|esto|ist|is)\b/;
const deictic =
  /^(it|that|this|they|he|she|otherwise|also|and|but|so|das|dies\w*|es|dazu|dafur|damit|ausserdem|und|aber|cela|ca|il|elle|et|mais|eso|esto|y|pero|tambien)\b/;

/** What can be said about a sentence, each from 0 to 1, by name: what the weights are for. */
export function signsOf(sentence: string, place: Place): Map<string, number> {
  const signs = new Map<string, number>();
  const text = plain(sentence.slice(0, 600)).replace(/\s+/g, ' ').trim();
  const set = (name: string, value: boolean | number) => {
    const amount = Number(value);
    if (amount !== 0) signs.set(name, amount);
  };
  const words = text.split(' ').length;
  set('first', place.index === 0);
  set('second', place.index === 1);
  set('last', place.index > 0 && place.index === place.count - 1);
  set('depth', place.count > 1 ? place.index / (place.count - 1) : 0);
  set('item', place.item);
  set('question', /[?？]$/.test(text));
  set('short', words <= 3);
  set('brief', words > 3 && words <= 6);
  set('long', words > 22);
  set('length', Math.min(words, 25) / 25);
  const cues = cuesOf(place.lang);
  const asks = cues?.ask.test(text) === true && !cues.polite.test(text);
  set('ask', asks);
  set('promise', cues?.promise.test(text) === true && !cues.idle.test(text));
  set('decision', decides.test(text));
  set('bound', bounds.test(text));
  set('trouble', trouble.test(text));
  set('enclosed', encloses.test(text));
  set('money', money.test(text));
  const digits = /\d/.test(text);
  set('number', digits);
  set('day', days.test(text));
  set('lead', leads.test(text));
  set('vague', vague.test(text));
  set('deictic', deictic.test(text));
  return signs;
}
