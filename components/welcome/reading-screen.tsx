import type { JSX } from 'preact';
import { Skeleton } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon, type IconName } from '@/components/design/icons';
import type { ConsentModel } from '@/components/welcome/consent-props';
import { SiteList } from '@/components/welcome/site-list';
import type { WelcomeProps } from '@/components/welcome/welcome';
import { pageWords } from '@/utils/i18n/page-words';
import { t } from '@/utils/i18n/t';

/** What it reads, what it sends, what it never does; and the one decision that is asked for. */
export function ReadingScreen({ consent, setup }: WelcomeProps): JSX.Element {
  const words = pageWords.welcome;
  const some = consent.sites.value.some(({ state }) => state === 'on');
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{words.headline}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      <div class="promises">
        <Pledge icon="eye" title={words.reads.title} items={words.reads.items} />
        <Pledge icon="sent" title={words.sends.title} items={words.sends.items} />
        <Pledge icon="shield" title={words.never.title} items={words.never.items} />
      </div>
      <Decision consent={consent} />
      <div class="way">
        <Button look={some ? 'primary' : 'outline'} big onPress={() => setup.go('book')}>
          {some ? words.goOn : words.goOnWithout}
        </Button>
        {!some && <p>{words.laterHint}</p>}
      </div>
    </>
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
  const phase = consent.phase.value;
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
          {phase === 'ready' && (
            <div class="decision__act">
              <Button onPress={consent.withdraw}>{t.sites.stopAll}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}

type Phase = ConsentModel['phase']['value'];

function headingOf(phase: Phase): string {
  if (phase === 'ready') return pageWords.welcome.done.title;
  return phase === 'refused' || phase === 'withdrawn' ? pageWords.welcome[phase].title : t.sites.title;
}

function explained(phase: Phase): string {
  switch (phase) {
    case 'ready':
      return pageWords.welcome.done.text;
    case 'refused':
    case 'withdrawn':
      return pageWords.welcome[phase].text;
    case 'host-missing':
      return t.sites.hostMissing;
    case 'agree-anew':
      return t.sites.anew;
    case 'ask':
    case 'loading':
      return t.sites.hint;
  }
}
