import type { JSX } from 'preact';
import { Pill } from '@/components/design/blocks';
import { form, t } from '@/utils/i18n/t';
import type { Proposal } from '@/utils/model/proposal';

/** Next step and outcome, each with the sentence that it was read in. */
export function ReadFacts({ proposal, now }: { proposal: Proposal; now: number }): JSX.Element | null {
  const { nextStep, outcome } = proposal.activity;
  const read = proposal.evidence?.outcome;
  if (!nextStep && !outcome) return null;
  return (
    <dl class="facts">
      {nextStep && (
        <>
          <dt>{t.proposal.step[nextStep.kind]}</dt>
          <dd title={t.proposal.step.becomesTask}>
            <span dir="auto">{nextStep.text}</span>
            {nextStep.due !== null && <Pill>{t.proposal.step.due(form.calendarDay(nextStep.due, now))}</Pill>}
            {nextStep.sentence !== '' && !nextStep.text.includes(nextStep.sentence) && (
              <span class="why" dir="auto">
                {t.proposal.step.readIn(nextStep.sentence)}
              </span>
            )}
            {proposal.evidence?.stepAnswers && (
              <span class="why" dir="auto">
                {t.proposal.answerTo(proposal.evidence.stepAnswers)}
              </span>
            )}
          </dd>
        </>
      )}
      {outcome && (
        <>
          <dt>{t.proposal.outcome.label}</dt>
          <dd>
            <Pill>{t.proposal.outcome[outcome]}</Pill>
            {read && read !== nextStep?.sentence && (
              <span class="why" dir="auto">
                {t.proposal.quote(read)}
              </span>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}
