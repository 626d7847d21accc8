import type { JSX } from 'preact';
import { Avatar } from '@/components/design/blocks';
import { Icon, type IconName } from '@/components/design/icons';
import { aboutDeal } from '@/components/panel/choose';
import type { CustomerView, HeadView } from '@/components/panel/panel-props';
import { form, t } from '@/utils/i18n/t';
import type { ActivityKind } from '@/utils/model/activity';

const icons: Record<ActivityKind, IconName> = { email: 'mail', meeting: 'calendar', call: 'phone' };
const MOST_DEALS = 4;

export interface AboutProps {
  customer: CustomerView;
  head: HeadView | null;
  now: number;
}

/** What else is known of the people on the open mail: their open deals, what was last logged, who else is on it. */
export function About({ customer, head, now }: AboutProps): JSX.Element | null {
  const { deals, last, others } = customer;
  if (!head || deals.length + last.length + others.length === 0) return null;
  const more = deals.length - MOST_DEALS;
  return (
    <section class="about" aria-label={t.around.title(head.companyName ?? head.name)}>
      {deals.length > 0 && (
        <>
          <h3>{t.around.deals}</h3>
          <ul>
            {deals.slice(0, MOST_DEALS).map((deal) => (
              <li key={deal.id} class="about__deal">
                <span class="clip" dir="auto" title={deal.title}>
                  {deal.title}
                </span>
                <small>{form.facts(aboutDeal(deal))}</small>
              </li>
            ))}
            {more > 0 && <li class="why">{t.around.moreDeals(more)}</li>}
          </ul>
        </>
      )}
      {last.length > 0 && (
        <>
          <h3>{t.around.last}</h3>
          <ul>
            {last.map(({ id, kind, subject, at }) => (
              <li key={id} class="about__last">
                <Icon name={icons[kind]} size={14} />
                <span class="visually-hidden">{t.around.kind[kind]}</span>
                <span class="clip" dir="auto" title={subject}>
                  {subject || t.noSubject}
                </span>
                <time dateTime={new Date(at).toISOString()} title={form.exact(at)}>
                  {form.capital(form.day(at, now))}
                </time>
              </li>
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h3>{t.around.people}</h3>
          <ul>
            {others.map(({ contactId, name, address, companyName }) => (
              <li key={contactId} class="about__person">
                <Avatar name={name} small />
                <span class="clip" dir="auto" title={address}>
                  {name}
                </span>
                {companyName && (
                  <small class="clip" dir="auto">
                    {companyName}
                  </small>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
