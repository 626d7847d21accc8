import { summarise } from '@/utils/understand/summarise';

/*
 * What a meeting's description says besides how to join it. Calendars and conference services put their block into the
 * description itself; none of it is anybody's word.
 */

/** More is no agenda. */
const MAX_READ = 20_000;
const MAX_LINES = 600;
/** A description up to this length is an agenda that is read at a glance, and stays whole. */
const MAX_WHOLE = 600;

/** Google's own fence around what it writes into a description, since 2020: `-::~:~::~:~…`. */
const fence = /^-?[:~-]{12,}-?$/;
/** A drawn line: Teams and Zoom begin and end their block with one. */
const rule = /^[\s_\-=─━—*.·•]{8,}$/u;

/** A line with which a conference service's block begins. */
const begins =
  /^(\W{0,6})(join (with )?(google meet|zoom|the meeting|microsoft teams|teams|webex|gotomeeting|from (pc|your|a)|by phone|on your computer)|(click here|hier klicken|klicken sie hier|cliquez ici|haga clic)[^.]{0,40}(join|teilnehmen|rejoindre|participer|unirse)|microsoft teams[- ](meeting|besprechung|need help)|(zoom|webex|google meet|gotomeeting|ringcentral|bluejeans|whereby|jitsi)( \S+)? (meeting|conference)\b|.{1,80} is inviting you to a scheduled|do not delete or change|an zoom-meeting teilnehmen|mit google meet teilnehmen|jetzt an (der|dieser) besprechung teilnehmen|(participer|rejoindre) (à )?(la )?(réunion|zoom|google meet)|unirse a (la )?(reunión|zoom|google meet)|one tap mobile|dial[- ]?in\b|dial by your location|besprechungs-id|meeting id\s*:)/iu;

/** Lines that belong to such a block wherever they stand. */
const belongs =
  /^(\W{0,6})(meeting (id|number|link|password|passcode|url)|passcode|password|pin|conference id|phone (conference|number)|access code|kenncode|kennwort|besprechungs-id|passwort|(find|more) (a |your )?(local|phone) numbers?|need help|for organi[sz]ers|meeting options|reset dial-in pin|learn more about meet|learn more|please do not edit this section|view your event at|toll|us \(|(or |oder )?(call|dial)[- ]?in|dial|phone conference|telefonkonferenz|telefoneinwahl|lokale nummer|join (by|with|on|from|using|zoom|google|the|via)|tap to|one tap|or dial|sip:|tel:|h\.?323|video (call|conference) link|more joining options|weitere telefonnummern|code secret|id de réunion|id de reunión)/iu;

const link = /^\W*(https?:\/\/\S+|<?https?:\S+|\S+@\S+|\+?[\d\s()\-/,#*.]{6,})\W*$/iu;

/** Whether this line can stand inside a block of a conference service. */
function ofBlock(line: string): boolean {
  return (
    line === '' ||
    rule.test(line) ||
    begins.test(line) ||
    belongs.test(line) ||
    link.test(line) ||
    short(line)
  );
}

/** "United States, New York", "+49 69 … Germany", "Germany, Frankfurt (Toll)": what stands between numbers. */
function short(line: string): boolean {
  return line.length <= 80 && /\d{4,}|^\W{0,4}\+\d|https?:|\|/.test(line);
}

/**
 * A description without what a conference service or a calendar wrote into it: fenced blocks, and from a line that
 * begins such a block on all lines that belong to one. Linear.
 */
export function withoutJoining(description: string): string {
  const lines = description.slice(0, MAX_READ).split('\n').slice(0, MAX_LINES);
  const kept: string[] = [];
  let fenced = false;
  let block = false;
  for (const raw of lines) {
    const line = raw.trim().slice(0, 400);
    if (fence.test(line) && line.includes('~')) {
      fenced = !fenced;
      block = false;
      continue;
    }
    if (fenced) continue;
    if (begins.test(line)) block = true;
    if (block && ofBlock(line)) continue;
    block = false;
    if (rule.test(line)) continue;
    kept.push(raw.trimEnd());
  }
  // A fence that is never closed hides nothing: the description was cut.
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** What a meeting is about, as its description says: all of a short one, else its two or three sentences; or nothing. */
export function meetingSummary(text: string): string {
  return text.length <= MAX_WHOLE ? text.trim() : summarise(text);
}
