import type { JSX } from 'preact';
import type { CoverageView } from '@/components/panel/panel-props';
import { crmName } from '@/utils/i18n/crm-names';
import { form, t } from '@/utils/i18n/t';

export interface CoverageLineProps {
  coverage: CoverageView;
  connector: string;
  now: number;
}

/** "42 customer mails, 39 logged, 3 waiting, 0 lost", and when an entry last arrived. */
export function CoverageLine({ coverage, connector, now }: CoverageLineProps): JSX.Element | null {
  const { seen, logged, waiting, onTheWay, leftOut, lost, lastAt, readAt } = coverage;
  const words = t.panel.covered;
  if (seen === 0) return null;
  const parts = [
    words.seen(seen),
    words.logged(logged),
    t.panel.coverage.waiting(waiting),
    ...(onTheWay > 0 ? [t.panel.coverage.onTheWay(onTheWay)] : []),
    ...(leftOut > 0 ? [words.leftOut(leftOut)] : []),
  ];
  return (
    <section class="section covered" aria-labelledby="covered">
      <h2 id="covered" tabIndex={-1}>
        {words.title}
      </h2>
      <p>
        {form.series(parts)}
        {form.comma}
        <b class={lost > 0 ? 'bad' : ''}>{words.lost(lost)}</b>
      </p>
      <p class="note">
        {lastAt === null ? words.never : words.last(lastAt, now)}{' '}
        {readAt !== null && words.read(crmName(connector), readAt, now)}
      </p>
    </section>
  );
}
