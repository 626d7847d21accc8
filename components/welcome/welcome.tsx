import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Banner, Skeleton } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon, type IconName, Mark } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';
import type { IntentAnswer } from '@/utils/model/messages';

export interface ConsentModel {
  phase: ReadonlySignal<'loading' | 'ask' | 'asking' | 'refused' | 'withdrawn' | 'host-missing' | 'ready'>;
  problem: ReadonlySignal<Extract<IntentAnswer, { ok: false }>['problem'] | null>;
  panelKeys: ReadonlySignal<string>;
  consentAt: ReadonlySignal<number | null>;
  unreachable: ReadonlySignal<number>;
  agree(): void;
  withdraw(): void;
  openPage(page: 'practice' | 'options' | 'options-crm' | 'gmail'): void;
}

/** What it reads, what it sends, what it never does, and the one decision. */
export function Welcome({ consent }: { consent: ConsentModel }): JSX.Element {
  const words = t.welcome;
  return (
    <main class="welcome">
      <header>
        <p class="brand">
          <Mark size={26} />
          {t.productName}
        </p>
        <h1>{words.headline}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      <div class="promises">
        <Pledge icon="eye" title={words.reads.title} items={words.reads.items} />
        <Pledge icon="sent" title={words.sends.title} items={words.sends.items} />
        <Pledge icon="shield" title={words.never.title} items={words.never.items} />
      </div>
      <Decision consent={consent} />
      <section class="next" aria-labelledby="next">
        <h2 id="next">{words.next.title}</h2>
        <ul>
          <li>
            <h3>{words.next.practiceTitle}</h3>
            <p>{words.next.practice}</p>
            <Button look="link" onPress={() => consent.openPage('practice')}>
              {words.next.practiceAction}
            </Button>
          </li>
          <li>
            <h3>{words.next.crmTitle}</h3>
            <p>{words.next.crm}</p>
            <Button look="link" onPress={() => consent.openPage('options-crm')}>
              {words.next.crmAction}
            </Button>
          </li>
          {consent.panelKeys.value && (
            <li>
              <h3>{words.next.panelTitle}</h3>
              <p>{words.next.panel}</p>
              <p class="next__keys">
                {consent.panelKeys.value.split('+').map((key) => (
                  <Kbd key={key} big>
                    {key}
                  </Kbd>
                ))}
                <span class="visually-hidden">{consent.panelKeys.value}</span>
              </p>
            </li>
          )}
        </ul>
      </section>
    </main>
  );
}

function Pledge(props: { icon: IconName; title: string; items: readonly string[] }): JSX.Element {
  return (
    <section class="promise">
      <h2>
        <Icon name={props.icon} />
        {props.title}
      </h2>
      <ul>
        {props.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ consent }: { consent: ConsentModel }): JSX.Element {
  const words = t.welcome;
  const phase = consent.phase.value;
  const problem = consent.problem.value;
  const trouble = problem ? sayProblem(problem) : consent.unreachable.value > 0 ? t.unreachable : null;
  const practice = <Button onPress={() => consent.openPage('practice')}>{words.consent.later}</Button>;
  return (
    <section class={`decision decision--${phase}`} aria-live="polite">
      {phase === 'loading' && <Skeleton />}
      {(phase === 'ask' || phase === 'asking' || phase === 'host-missing') && (
        <>
          <h2>{words.consent.title}</h2>
          <p>{phase === 'host-missing' ? t.options.reading.hostMissing : words.consent.hint}</p>
          <div class="decision__act">
            <Button look="primary" big busy={phase === 'asking'} onPress={consent.agree}>
              {phase === 'asking' ? words.consent.asking : words.consent.button}
            </Button>
            {practice}
          </div>
        </>
      )}
      {(phase === 'refused' || phase === 'withdrawn') && (
        <>
          <h2>{words[phase].title}</h2>
          <p>{words[phase].text}</p>
          <div class="decision__act">
            <Button look="outline" big onPress={consent.agree}>
              {words[phase].button}
            </Button>
            {practice}
          </div>
        </>
      )}
      {phase === 'ready' && (
        <>
          <h2>
            <Icon name="check" size={20} />
            {words.done.title}
          </h2>
          <p>{words.done.text}</p>
          <div class="decision__act">
            <Button look="primary" big onPress={() => consent.openPage('gmail')}>
              {words.done.openGmail}
            </Button>
            <Button onPress={() => consent.openPage('practice')}>{words.done.practice}</Button>
            <span class="decision__gap" />
            <Button onPress={consent.withdraw}>{words.done.withdraw}</Button>
          </div>
        </>
      )}
      {trouble && (
        <Banner title={trouble.what}>
          {trouble.safe} {trouble.todo}
        </Banner>
      )}
    </section>
  );
}
