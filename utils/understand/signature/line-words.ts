/*
 * What lines around a signature say, beyond signature-marks.ts: closings in more languages, lists' and mail programs'
 * footers, rules, labels. Every expression is anchored or a plain alternation, tried on lines of bounded length.
 */
import { isDisclaimer, isMobileNote, isSignOff } from '@/utils/understand/signature-marks';

const closings =
  /^((un |muchos? )?(cordial(es)? |afectuosos? |atent[oa]s? )?saludos?( cordial(es)?| atento)?|un (fuerte )?abrazo|abrazos?|muchas gracias|gracias( de antemano| y saludos)?|quedo (a|atent)[^.]{0,40}|reciba un [^.]{0,40}|(com )?(os )?(meus |melhores )*cumprimentos|(muito )?obrigad[oa]( e abraços)?|abraços?|atenciosamente|att\.?|cordialmente|sds|(i miei )?(più )?(cordiali|distinti|migliori) saluti|(tanti |molti )?(cari )?saluti|cordialmente|grazie( mille)?( e saluti)?|un caro saluto|buona giornata|buon lavoro|(met )?(vriendelijke?|hartelijke|beste) groet(en|jes)?|(hartelijke |vele )?groet(en|jes)?|(alvast )?(hartelijk )?(bedankt|dank)|hartelijk dank|dank je wel|fijne dag( verder)?|tot (ziens|snel|dan)|hoogachtend|i\.? ?a\.?|i\.? ?v\.?|ppa\.?|votre (bien )?dévouée?|meilleurs? (sentiments|souvenirs|salutations)|bien (cordialement|sincèrement) à vous|salutations distinguées|(avec )?mes (sincères |meilleures )?salutations|respectfully( yours)?|(yours|best|very|kind|warm|sincere|cordial|friendly)?[ ,]?(truly|sincerely|cordially|faithfully|regards)( yours)?|cordially|rgds|b\.?rgds|tia|thx( again)?|thanx|ta|ciao|cu|hth|xoxo|xo|love|peace|later|see (you|ya)( soon| there| then| later)?|(your|you) (pal|friend|servant)|talk to you (soon|later)|have a (nice|great|good|wonderful|super) (day|weekend|week|one|evening|holiday|trip)|mit (freundlichem|kollegialem|bestem|herzlichem) gru(ß|ss)|(allerbeste|herzliche|sonnige|schöne) gr(ü|ue)(ß|ss)e|gr(ü|ue)(ß|ss)e?|tsch(ü|ue)(ß|ss)|bis (bald|später|morgen|dann)|何卒よろしくお願い.{0,12}|(どうぞ)?(よろしく|宜しく)お願い.{0,12}|敬具|以上|失礼(いた)?します。?|取り急ぎ.{0,20})$/iu;

/** "Best regards,", "Met vriendelijke groet" and their kin, also with the name behind: a line that ends the words. */
export function isClosing(line: string): boolean {
  const text = line
    .slice(0, 90)
    .trim()
    .replace(/[\s,.!;:)\-–—。、~*_]+$/u, '');
  if (text === '' || line.trim().length > 80) return false;
  if (isSignOff(line) || closings.test(text)) return true;
  // "Cheers, Bob", "Thanks - BT", "Regards Anna".
  const cut = text.search(/[,.!–—-]\s?\S{1,20}(\s\S{1,20})?$/u);
  if (cut > 0) {
    const before = text.slice(0, cut).trim();
    return before.length <= 40 && (closings.test(before) || isSignOff(before));
  }
  return /^(regards|cheers|thanks|thx|best|gru(ß|ss)|lg|vg|mfg|saludos|groeten|saluti)\s\p{Lu}\p{Ll}{1,15}$/iu.test(
    text,
  );
}

/** A line drawn of signs, also with a few corner signs of a box. */
export function isRule(line: string): boolean {
  const text = line.trim();
  return (
    text.length >= 3 &&
    text.length <= 200 &&
    /^[-_=*~+#.|/\\ •·—–─━]+$/u.test(text) &&
    !/^[.\s]+$/.test(text) &&
    !/\.\.\.$/.test(text)
  );
}

/** What a mailing list, a mail program or a virus scanner adds to the end. */
export function isFooter(line: string): boolean {
  const text = line.slice(0, 300);
  // An address and nothing else is the sender's, whatever its host.
  if (
    /^\s{0,8}<?[^\s@<>]{1,64}@[^\s@<>]{1,80}>?\s*$/.test(text) &&
    !/list|owner|request|announce|subscri/i.test(text)
  )
    return false;
  return (
    isMobileNote(text) ||
    /mailing[- ]?list|\bunsubscri|\bsubscri(be|ption)|mailman\/listinfo|majordomo|yahoo! groups|google groups|groups\.google|listserv|sourceforge\.net|@public\.gmane\.org|do you yahoo|get your free|free e-?mail|hotmail\.com|virus|avast|viren|scanned by|geprüft|sponsored by|click here|visit (us|our|this)|sent (from|via|using) |join (msn|the)|this (email|message|mail) (was|has been)|you (are receiv|received) |powered by|book a (meeting|call)|follow us|suivez-nous|folgen sie|síguenos|environment before|umwelt|l'environnement|medio ambiente/i.test(
      text,
    )
  );
}

export function isLegal(line: string): boolean {
  return (
    isDisclaimer(line) ||
    /^\W{0,4}(confidential|disclaimer|legal notice|avis|aviso|avvertenza|hinweis|vertraulich|this (e-?mail|message|communication|transmission)|diese (e-?mail|nachricht)|ce (message|courriel|mail)|este (mensaje|correo|e-?mail)|esta (mensagem)|le informazioni|dit bericht|deze e-?mail|the information (contained|in|transmitted)|de informatie)\b/i.test(
      line.slice(0, 80),
    )
  );
}

/** An attachment's line or what stands for a picture. */
export function isAttachment(line: string): boolean {
  return /^\s{0,4}(<<.{1,80}>>|-\s{1,3}[^\s].{0,60}\.(xls|doc|pdf|ppt|zip|txt|htm|wpd|jpg|gif|eml)x?\b|\(see attached file:|\[?(image|cid):)/i.test(
    line.slice(0, 120),
  );
}

export function isCode(line: string): boolean {
  const text = line.slice(0, 200);
  return /[{};]\s*$|^\s*(@@|diff |index [0-9a-f]|[+-]{3} )|^[+-]\s*\S.*[=;(){}]|^\s*(#include|import |def |class |return\b|\$ )|^\d+(\.\d+){2,}$|[=<>]{2}|\(\)|::/.test(
    text,
  );
}

/** Common small words of sentences. */
export const smallWords: ReadonlySet<string> = new Set(
  'i you he she it we they me him us them my your his her our their the a an this that these those is are was were be been am have has had do does did will would can could should may might must not no if then than when where what which who how why but or so as because in on at to from by about into over after before up out just only also very please let get got see know think want need like any some all more here there thank now ich du er sie es wir ihr mich dich uns euch mein dein unser ist sind war waren habe hat haben wird werden kann können soll muss nicht kein wenn dann als wie was wer wo aber oder auch noch nur schon sehr bitte dass ob mit auf für bei nach aus um an zu zum zur eine einen einem einer je tu il elle nous vous ils me te se mon ma mes votre vos notre nos est sont était être avoir ai avez ont sera pas ne si quand que qui quoi où comment mais ou donc car dans sur avec sans par pour ce cette ces yo tú usted nosotros mi su nuestro es son está están ser tener tengo tiene puede no si cuando que quien donde pero o porque en con sin por para este esta eu você nós meu seu é são está tem pode não se quando que mas io lei noi mio suo è sono ha può non se quando che ma ik jij u wij mijn uw is zijn was heeft kan niet als dan maar of ook graag'.split(
    ' ',
  ),
);
