import { plain } from '@/utils/understand/dates/tokens';

/** More than this is not only thanks. */
const LONGEST = 300;
/** Names: of whom is thanked, of who thanks, and a surname. */
const MOST_NAMES = 4;

const thanks = new Set(
  `thank thanks thx ty cheers appreciated appreciate received danke dankeschon dank erhalten angekommen merci recu
  gracias recibido recibida obrigado obrigada recebido grazie ricevuto bedankt dank ontvangen`.split(/\s+/),
);

/** What stands around thanks and says nothing either; accents taken off. */
const fillers = new Set(
  `a again all and are at best bit day evening everything for from got great good have hello hey hi how i is it its
  just kind kindly lot lots lovely many month morning most much nice noted of ok okay on our perfect quick quickly regards
  rest safe same so super sweet take talk team that the this to too very warm was weekend week well will wishes with
  wonderful you your yours afternoon help reply response update sending email mail sincerely bye as
  them those these both safely file files attachment document documents info information enjoy holiday holidays christmas
  easter happy merry glad awesome brilliant fantastic amazing excellent legend yes sure cool likewise always hugely
  alles klar spitze klasse prima genial hervorragend unterlagen datei dateien nachricht infos hilfe muhe geduld stunde weihnachten
  ostern feiertage feiertag jahr neues rutsch start freue mich sie erreicht lob jederzeit unterstutzung angekommen da
  alles abend auch aus beste besten bestens bis dann das dafur der dem den die dir du ein einen euch fur freundlichen
  ganz gern gerne gruss grusse grussen gut guten hallo herzlich herzlichen ich ihnen ihr ihre im in ist ja lg liebe lieben
  mail mfg mit moin morgen nochmal nochmals perfekt prima rest ruckmeldung schnelle schnellen schon schone schones schonen
  sehr sie super tag tage tausend toll top ubersendung und uns vg viele vielen von vorab wir woche wochenende wunderbar
  wunsche wunschen zuruck
  nickel impeccable genial fetes noel annee conges vacances document documents fichier fichiers aide patience envoi avoir
  ces est c
  au aussi avec beaucoup belle bien bientot bon bonjour bonne bonsoir cordialement de du encore et excellente fin grand
  infiniment je journee la le les mail message mille nous parfait pour rapide recue reponse retour salut semaine soir
  soiree super toi tres tout un vous votre week end
  puente genial estupendo fenomenal fiestas navidad navidades felices nuevo ano vacaciones documento documentos archivo
  archivos ayuda os les le ha han llegado bien si ok atencion rapidez este esta
  abrazo amable buen buena bueno buenas buenos cordial cordiales de dia dias el ella feliz fin finde gran hola igualmente la
  las lo los mil mucha muchas muchos muy para perfecto por que rapido respuesta saludo saludos semana su tarde tardes te
  todo todos tu un una ustedes vale y
  muito muita obrigadissimo bom boa abraco abracos mille molte tutto ciao saluti buona giornata serata heel veel fijne dag
  groet groeten`.split(/\s+/),
);

/**
 * Whether a person's mail says nothing that a record needs: only thanks, "received" and good wishes. `text` is the
 * sender's own words. English, German, French, Spanish and the plainest of some others; a word that is not known is
 * taken to say something. Linear.
 */
export function saysNothing(text: string): boolean {
  const whole = text.trim();
  if (whole === '' || whole.length > LONGEST || /[?？\d]/.test(whole)) return false;
  let names = 0;
  let thanked = false;
  for (const word of whole.split(/[^\p{L}\p{M}'’]+/u)) {
    const key = plain(word.replace(/['’].*$/u, ''));
    if (key === '') continue;
    if (thanks.has(key)) thanked = true;
    else if (!fillers.has(key)) {
      if (!/^\p{Lu}/u.test(word)) return false;
      names += 1;
    }
  }
  return thanked && names <= MOST_NAMES;
}
