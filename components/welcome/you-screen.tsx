import type { ComponentChildren, JSX } from 'preact';
import { Banner, Disclosure, Skeleton } from '@/components/design/blocks';
import { Button } from '@/components/design/button';
import { Icon, type IconName } from '@/components/design/icons';
import { Kbd } from '@/components/design/kbd';
import { ListEditor } from '@/components/options/list-editor';
import { Holidays, WorkingTimes } from '@/components/options/working-times';
import { sayHours } from '@/components/welcome/say-hours';
import type { SetupModel, YouView } from '@/components/welcome/setup-props';
import type { WelcomeProps } from '@/components/welcome/welcome';
import { pageWords } from '@/utils/i18n/page-words';
import { form, t } from '@/utils/i18n/t';

/** Who the rep is, guessed as far as it can be, and then the way to the first entry. */
export function YouScreen({ consent, setup }: WelcomeProps): JSX.Element {
  const words = pageWords.welcome.you;
  const you = setup.you.value;
  const read = consent.sites.value.filter(({ state }) => state === 'on').map(({ site }) => site);
  const keys = consent.panelKeys.value;
  return (
    <>
      <div>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </div>
      {setup.leftPractice && (
        <Banner tone="calm" icon="check" title={words.leftTitle}>
          {words.left}
        </Banner>
      )}
      {you ? <About you={you} setup={setup} /> : <Skeleton />}
      <section class="starts" aria-labelledby="start">
        <h2 id="start">{words.start}</h2>
        <div class="start">
          <div>
            <h3>{words.practiceTitle}</h3>
            <p>{words.practice}</p>
          </div>
          <Button
            look={setup.leftPractice && read.length > 0 ? 'outline' : 'primary'}
            big
            onPress={() => setup.finish('practice')}
          >
            {words.practiceAction}
          </Button>
        </div>
        <div class="start">
          <div>
            <h3>{words.ownTitle}</h3>
            <p>{read.length > 0 ? words.own : words.ownOff}</p>
          </div>
          <div class="start__act">
            {read.map((site, index) => (
              <Button
                key={site}
                look={setup.leftPractice && index === 0 ? 'primary' : 'outline'}
                big
                onPress={() => setup.finish(site)}
              >
                {t.sites.open(t.site[site])}
              </Button>
            ))}
            {read.length === 0 && (
              <Button look="outline" big onPress={() => setup.go('reading')}>
                {words.choose}
              </Button>
            )}
          </div>
        </div>
      </section>
      <div class="way">
        <Button big onPress={() => setup.go('book')}>
          {pageWords.welcome.back}
        </Button>
        {keys && (
          <p class="way__keys">
            {words.panelKeys}{' '}
            <span aria-hidden="true">
              {keys.split('+').map((key) => (
                <Kbd key={key} big>
                  {key}
                </Kbd>
              ))}
            </span>
            <span class="visually-hidden">{keys}</span>
          </p>
        )}
      </div>
    </>
  );
}

function About({ you, setup }: { you: YouView; setup: SetupModel }): JSX.Element {
  const words = pageWords.welcome.you;
  const { neverLog } = you;
  const never = [...neverLog.addresses, ...neverLog.domains, ...neverLog.words];
  const domains = [...you.guessedDomains.map(({ domain }) => domain), ...you.ownDomains];
  const shared = { readEntry: setup.readEntry };
  return (
    <ul class="facts-of">
      <Fact
        icon="person"
        title={words.domains}
        value={domains.length > 0 ? form.list([...new Set(domains)]) : words.noDomains}
        how={
          you.guessedDomains.length > 0
            ? words.domainsFrom(form.list(you.guessedDomains.map(({ from }) => from)))
            : words.domainsLater
        }
      >
        <ListEditor
          label={pageWords.options.own.domains}
          hint={words.domainsHint}
          addLabel={pageWords.options.own.addDomain}
          kind="domain"
          values={you.ownDomains}
          onChange={(ownDomains) => setup.change({ ownDomains })}
          {...shared}
        />
      </Fact>
      <Fact
        icon="clock"
        title={words.hours}
        value={sayHours(you.hours)}
        how={you.hoursGuessed ? words.hoursFrom(you.zone) : words.hoursSaid}
      >
        <WorkingTimes hours={you.hours} onChange={(workingHours) => setup.change({ workingHours })} />
      </Fact>
      <Fact
        icon="calendar"
        title={words.holidays}
        value={you.holidays.length > 0 ? form.list(you.holidays.map(form.exactDay)) : words.noHolidays}
        how={words.holidaysHow}
      >
        <Holidays holidays={you.holidays} onChange={(holidays) => setup.change({ holidays })} />
      </Fact>
      <Fact
        icon="lock"
        title={words.never}
        value={never.length > 0 ? form.list(never) : words.noNever}
        how={words.neverHow}
      >
        <ListEditor
          label={pageWords.options.never.addresses}
          addLabel={pageWords.options.own.addAddress}
          kind="address"
          values={neverLog.addresses}
          onChange={(addresses) => setup.change({ neverLog: { ...neverLog, addresses } })}
          {...shared}
        />
        <ListEditor
          label={pageWords.options.never.domains}
          addLabel={pageWords.options.own.addDomain}
          kind="domain"
          values={neverLog.domains}
          onChange={(list) => setup.change({ neverLog: { ...neverLog, domains: list } })}
          {...shared}
        />
      </Fact>
    </ul>
  );
}

interface FactProps {
  icon: IconName;
  title: string;
  value: string;
  /** How it came to be known. */
  how: string;
  children: ComponentChildren;
}

/** What holds, in one line, with the way to change it. */
function Fact({ icon, title, value, how, children }: FactProps): JSX.Element {
  return (
    <li class="fact-of">
      <Icon name={icon} size={18} />
      <div class="fact-of__what">
        <h2>{title}</h2>
        <p dir="auto">{value}</p>
        <small>{how}</small>
        <Disclosure
          summary={
            <>
              {pageWords.welcome.you.change}
              <span class="visually-hidden"> {title}</span>
            </>
          }
        >
          <div class="fact-of__edit">{children}</div>
        </Disclosure>
      </div>
    </li>
  );
}
