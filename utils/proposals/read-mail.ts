import { personName } from '@/utils/contacts/person-name';
import type { NextStep } from '@/utils/model/activity';
import type { Captured } from '@/utils/model/captured';
import { isOwn, type OwnSide } from '@/utils/privacy/own-side';
import { normalAddress } from '@/utils/understand/address';
import { languageOf } from '@/utils/understand/asks/language';
import { chooseNextStep, findAsks } from '@/utils/understand/find-asks';
import { type FoundOutcome, findOutcome } from '@/utils/understand/find-outcome';

/** What a mail's own words say that a record needs. */
export interface Reading {
  nextStep?: NextStep;
  outcome?: FoundOutcome;
}

/** Which language it is shows early. */
const MAX_READ = 20_000;

/** The rep, as this mail names them. */
function repOn(captured: Captured, own: OwnSide): { names: string[]; addresses: string[] } {
  const addresses = new Set(
    [captured.source.account ?? '', ...own.ownAddresses].filter(Boolean).map(normalAddress),
  );
  const people = [captured.from, ...captured.to, ...captured.cc, ...captured.bcc];
  const theirs = people.filter(
    (person) =>
      addresses.has(normalAddress(person.address)) ||
      (captured.direction === 'sent' && person === captured.from),
  );
  return {
    names: [...new Set(theirs.map(personName))],
    addresses: [...addresses],
  };
}

/**
 * Reads next step and outcome from a mail's own words. `timeZone` is the rep's (IANA): "by Friday" is a day in it.
 * What a colleague of the rep's asks or promises in a mail to the customer is not the rep's: nothing is read from it.
 */
export function readMail(captured: Captured, given: { timeZone: string; own: OwnSide }): Reading {
  const { text, direction } = captured;
  if (text.trim() === '' || captured.kind === 'call') return {};
  if (direction === 'received' && isOwn(captured.from.address, given.own)) return {};
  const lang = languageOf(text.slice(0, MAX_READ));
  const asks = findAsks(text, {
    received: new Date(captured.sentAt).toISOString(),
    timeZone: given.timeZone,
    lang,
    direction,
    me: repOn(captured, given.own),
    subject: captured.subject,
  });
  const step = chooseNextStep(asks);
  // What came of a meeting no invitation knows: that is for the rep to say.
  const outcome =
    captured.kind === 'email'
      ? findOutcome(text, { direction, asks, lang, answers: captured.replies?.length })
      : null;
  return {
    ...(step
      ? {
          nextStep: {
            kind: step.kind,
            text: titleOf(step.kind, step.sentence, captured),
            due: step.due,
            sentence: step.sentence.slice(0, 1000),
          },
        }
      : {}),
    ...(outcome ? { outcome } : {}),
  };
}

/** A task's title: the sentence itself; with who said it where it is somebody else's promise. */
function titleOf(kind: NextStep['kind'], sentence: string, { from }: Captured): string {
  const title = kind === 'promised-by-them' ? `${personName(from)}: ${sentence}` : sentence;
  return title.length <= 200 ? title : `${title.slice(0, 199).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
