import type { JSX } from 'preact';
import type { WelcomeStep } from '@/components/welcome/setup-props';
import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';
import { welcomeSteps } from '@/utils/model/practice';

/** Which of the screens this is, and the way to the others: nothing has to be finished first. */
export function Steps({ here, go }: { here: WelcomeStep; go: (step: WelcomeStep) => void }): JSX.Element {
  return (
    <nav class="steps" aria-label={pageWords.welcome.steps.title}>
      <ol>
        {welcomeSteps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              class="step"
              aria-current={step === here ? 'step' : undefined}
              onClick={() => go(step)}
            >
              <span class="step__number">{form.number(index + 1)}</span>
              <span class="step__name">{pageWords.welcome.steps[step]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
