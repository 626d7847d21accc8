import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Banner, Skeleton } from '@/components/design/blocks';
import { Mark } from '@/components/design/icons';
import { BookScreen } from '@/components/welcome/book-screen';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { ReadingScreen } from '@/components/welcome/reading-screen';
import type { SetupModel } from '@/components/welcome/setup-props';
import { Steps } from '@/components/welcome/steps';
import { YouScreen } from '@/components/welcome/you-screen';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

export interface WelcomeProps {
  consent: ConsentModel;
  setup: SetupModel;
}

/** Three screens, each with a default that one press takes: what is read, where entries go, who the rep is. */
export function Welcome({ consent, setup }: WelcomeProps): JSX.Element {
  const step = setup.step.value;
  const page = useRef<HTMLElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Not on arriving: then the reader begins at the top by itself.
    if (shown.current !== null && shown.current !== step) {
      window.scrollTo(0, 0);
      page.current?.querySelector('h1')?.focus();
    }
    shown.current = step;
  }, [step]);
  const problem = consent.problem.value;
  const trouble = problem ? sayProblem(problem) : consent.unreachable.value > 0 ? t.unreachable : null;
  return (
    <main class="welcome" ref={page}>
      <header class="welcome__top">
        <p class="brand">
          <Mark size={24} />
          {t.productName}
        </p>
        {step && <Steps here={step} go={setup.go} />}
      </header>
      {trouble && (
        <Banner title={trouble.what}>
          {trouble.safe} {trouble.todo}
        </Banner>
      )}
      {step === null && <Skeleton />}
      {step === 'reading' && <ReadingScreen consent={consent} setup={setup} />}
      {step === 'book' && <BookScreen setup={setup} />}
      {step === 'you' && <YouScreen consent={consent} setup={setup} />}
    </main>
  );
}
