import type { JSX } from 'preact';
import { form, t } from '@/utils/i18n/t';
import type { Person } from '@/utils/model/captured';
import type { Proposal } from '@/utils/model/proposal';

/** How a person is called where space is short. */
export function nameOf(person: Pick<Person, 'name' | 'address'>): string {
  return person.name || person.address;
}

/** The customer that a proposal is about: first contact, else first stranger, else whoever wrote. */
export function customerOf(proposal: Proposal): string {
  const contact = proposal.match.contacts[0];
  if (contact) return contact.name || contact.address;
  const stranger = proposal.match.strangers[0];
  return nameOf(stranger ?? proposal.captured.from);
}

/** When it was written; the exact time on hover. */
export function When({
  at,
  now,
  approximate,
}: {
  at: number;
  now: number;
  approximate?: boolean;
}): JSX.Element {
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={approximate ? t.proposal.approximateHint : form.exact(at)}
    >
      {approximate ? t.proposal.approximately(form.moment(at, now)) : form.capital(form.moment(at, now))}
    </time>
  );
}

/** The sender's own words as evidence; of a meeting and a call the rep's notes, of a new one what its description says. */
export function Words({ proposal }: { proposal: Proposal }): JSX.Element | null {
  const { summary, ownWords, kind } = proposal.activity;
  if (kind !== 'email')
    return summary ? (
      <p class="words words--notes" dir="auto">
        {summary}
      </p>
    ) : (
      <p class="words words--none">{t.meeting.noNotes}</p>
    );
  const text = summary || ownWords.slice(0, 400);
  const answers = proposal.evidence?.summaryAnswers ?? [];
  if (text)
    return (
      <>
        <blockquote class="words" dir="auto">
          {t.proposal.quote(text)}
        </blockquote>
        {summary !== '' &&
          answers.map((line) => (
            <p class="why" dir="auto" key={line}>
              {t.proposal.answerTo(line)}
            </p>
          ))}
      </>
    );
  return (
    <p class="words words--none">{proposal.captured.text ? t.proposal.noText : t.proposal.nothingSaid}</p>
  );
}
