import { plain } from '@/utils/understand/dates/tokens';
import { parseDates } from '@/utils/understand/parse-dates';

/** Said right before a day, it makes that day the one by which something is to be done. Without accents. */
const deadline =
  /\b(by|before|until|till|no later than|not later than|latest|at the latest|due|deadline( is)?|up to|within|bis( spatestens| zum| zur| ende| einschliesslich| langstens)*|spatestens( am| bis| zum)?|vor( dem)?|binnen|innerhalb|avant( le)?|d'ici( le| au| la)?|jusqu'(au|a)|au plus tard( le)?|sous|pour( le)?|antes del?|hasta( el)?|a mas tardar( el)?|para( el)?|entro( il)?|prima del?|per il|uiterlijk( op)?|voor|tegen|ate( ao?| dia)?|antes d[aoe])( the| end of| close of| noon( on)?| den| dem| am| le| el| il| next| this| zum)*$/;
/** The same where the day was read with its word: "no later than 27 November". */
const withDeadline =
  /^(by|before|until|till|no later|not later|latest|at the latest|due|within|bis|spatestens|vor|binnen|innerhalb|avant|d'ici|jusqu|au plus tard|sous|pour|antes|hasta|a mas tardar|para|entro|prima|per|uiterlijk|voor|tegen|ate)\b/;
/** Before a day: nobody is held to it. */
const roughly =
  /\b(about|around|roughly|approximately|some|maybe|perhaps|etwa|ungefahr|circa|ca\.?|vielleicht|gegen|environ|vers|peut-etre|aproximadamente|mas o menos|unos|quizas|ongeveer|cerca de)$/;
const someDays =
  /\b(about|around|roughly|approximately|etwa|ungefahr|circa|ca|environ|aproximadamente|ongeveer|few|couple|coming|several|paar|nachsten tage\w*|kommenden tage\w*|prochains jours|quelques|proximos dias|unos dias|prossimi giorni|komende dagen|proximos)\b/;
/** What comes first has no day yet, and with it what is promised thereafter. */
const afterwards =
  /^(once|as\ssoon\sas|when|after|sobald|wenn|nachdem|des que|une fois|quand|lorsque|en cuanto|cuando|una vez|appena|quando|zodra|assim que)\b/;
const isoWeek =
  /\b(ende|end of|fin de|fin|final de|a finales de|eind)( der| la| le| de la)? (kw|week|woche|semaine|semana) ?(\d{1,2})\b/;
const japaneseDay = /(?:(\d{1,2})月)?(\d{1,2})日/u;
const japaneseWeekday = /(今週|来週)(?:の)?([月火水木金土日])曜/u;

const DAY = 86_400_000;
const dayText = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The Friday of an ISO week, this year's or, where that is over, the next one's. */
function fridayOf(week: number, today: string): string | null {
  if (week < 1 || week > 53) return null;
  const year = Number(today.slice(0, 4));
  for (const each of [year, year + 1]) {
    // The fourth of January is always in the first week.
    const fourth = Date.UTC(each, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY;
    const friday = dayText(monday + (week - 1) * 7 * DAY + 4 * DAY);
    if (friday >= today) return friday;
  }
  return null;
}

/** "4月24日", "来週金曜日": what `parseDates` does not read. */
function japaneseDue(sentence: string, today: string): string | null {
  const at = Date.parse(`${today}T00:00:00Z`);
  const named = japaneseDay.exec(sentence);
  if (named) {
    const year = Number(today.slice(0, 4));
    const month = named[1] === undefined ? Number(today.slice(5, 7)) : Number(named[1]);
    const days = [0, 1].map((more) =>
      named[1] === undefined
        ? Date.UTC(year, month - 1 + more, Number(named[2]))
        : Date.UTC(year + more, month - 1, Number(named[2])),
    );
    return days.map(dayText).find((day) => day >= today) ?? null;
  }
  if (/[本今]日/u.test(sentence)) return today;
  if (/明日/u.test(sentence)) return dayText(at + DAY);
  const weekday = japaneseWeekday.exec(sentence);
  if (!weekday) return null;
  const monday = at - ((new Date(at).getUTCDay() + 6) % 7) * DAY;
  const day = '月火水木金土日'.indexOf(weekday[2] ?? '');
  return dayText(monday + ((weekday[1] === '来週' ? 7 : 0) + day) * DAY);
}

/**
 * The day that a sentence sets, `YYYY-MM-DD`: one that stands behind "by" or "before", else the first that is not past.
 * `local` is when the mail came, in the rep's zone. Null of none, of "in about two weeks", and of "once I have it, …".
 */
export function dueIn(sentence: string, local: string, lang: string, dayFirst: boolean): string | null {
  const today = local.slice(0, 10);
  if (lang === 'ja') return japaneseDue(sentence, today);
  const simple = plain(sentence);
  const week = isoWeek.exec(simple);
  if (week) return fridayOf(Number(week[4]), today);
  const found = parseDates(sentence, local, { lang, dayFirst })
    .filter(({ due, text }) => due !== null && due >= today && !someDays.test(plain(text)))
    .map((each) => ({
      ...each,
      before: plain(sentence.slice(Math.max(0, each.index - 40), each.index)).trim(),
    }))
    .filter(({ before }) => !roughly.test(before));
  const at = found.findIndex(({ before, text }) => deadline.test(before) || withDeadline.test(plain(text)));
  if (at < 0 && afterwards.test(simple)) return null;
  let chosen = found[Math.max(0, at)];
  // "By end of day tomorrow" are two that stand side by side: the second says which day.
  const next = found[Math.max(0, at) + 1];
  if (chosen && next && next.index - (chosen.index + chosen.text.length) <= 4) chosen = next;
  return chosen?.due ?? null;
}
