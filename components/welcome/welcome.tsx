import type { JSX } from 'preact';
import { Banner, Skeleton } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon, type IconName, Mark } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { SiteList } from '@/components/welcome/site-list';
import { sayProblem } from '@/utils/i18n/say';
import { t } from '@/utils/i18n/t';

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
  const first = consent.sites.value.find(({ state }) => state === 'on')?.site;
  return (
    <section class={`decision decision--${phase}`}>
      {phase === 'loading' ? (
        <Skeleton />
      ) : (
        <>
          <div aria-live="polite">
            <h2>
              {phase === 'ready' && <Icon name="check" size={20} />}
              {headingOf(phase)}
            </h2>
            <p>{explained(phase)}</p>
          </div>
          <SiteList consent={consent} />
          <div class="decision__act">
            {first && (
              <Button look="primary" big onPress={() => consent.openPage(first)}>
                {words.done.open(t.site[first])}
              </Button>
            )}
            <Button onPress={() => consent.openPage('practice')}>
              {first ? words.done.practice : words.later}
            </Button>
            <span class="decision__gap" />
            {first && <Button onPress={consent.withdraw}>{t.sites.stopAll}</Button>}
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

type Phase = ConsentModel['phase']['value'];

function headingOf(phase: Phase): string {
  if (phase === 'ready') return t.welcome.done.title;
  return phase === 'refused' || phase === 'withdrawn' ? t.welcome[phase].title : t.sites.title;
}

function explained(phase: Phase): string {
  switch (phase) {
    case 'ready':
      return t.welcome.done.text;
    case 'refused':
    case 'withdrawn':
      return t.welcome[phase].text;
    case 'host-missing':
      return t.sites.hostMissing;
    case 'agree-anew':
      return t.sites.anew;
    case 'ask':
    case 'loading':
      return t.sites.hint;
  }
}
