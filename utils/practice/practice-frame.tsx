import type { ComponentChildren } from 'preact';
import { TroubleText } from '@/components/design/blocks';
import { Icon } from '@/components/design/icons';
import { pageWords } from '@/utils/i18n/page-words';
import { sayProblem } from '@/utils/i18n/say';
import type { PracticeDesk } from '@/utils/practice/desk';
import type { Mailbox } from '@/utils/practice/mailbox';
import { TaskList } from '@/utils/practice/task-list';

interface Props {
  desk: PracticeDesk;
  here: 'mail' | 'calendar';
  mailbox: Mailbox;
  children: ComponentChildren;
}

/** What says on every side that this is practice, the way between its two pages and out of it, and the tasks. */
export function PracticeFrame({ desk, here, mailbox, children }: Props) {
  const words = pageWords.practice;
  const problem = desk.problem.value;
  return (
    <div class="pm-page">
      <header class="pm-frame">
        <p class="pm-frame__what">
          <strong>{words.frame}</strong> <span>{words.frameText}</span>
        </p>
        <h1 class="visually-hidden">{here === 'mail' ? words.mailboxTitle : words.calendarHeading}</h1>
        <nav class="pm-places" aria-label={words.places}>
          <Place href="/practice.html" on={here === 'mail'} icon="mail">
            {words.mailbox}
          </Place>
          <Place href="/practice-calendar.html" on={here === 'calendar'} icon="calendar">
            {words.calendar}
          </Place>
        </nav>
        <span class="pm-account">{mailbox.me.address}</span>
        <button
          type="button"
          class="pm-leave"
          aria-disabled={desk.leaving.value ? 'true' : undefined}
          onClick={() => {
            if (!desk.leaving.value) desk.leave();
          }}
        >
          {words.leave}
        </button>
      </header>
      {problem && (
        <div class="pm-trouble" role="alert">
          <TroubleText trouble={sayProblem(problem)} />
        </div>
      )}
      <div class="pm-columns">
        {children}
        <TaskList desk={desk} mailbox={mailbox} here={here} />
      </div>
      <p class="visually-hidden" role="status">
        {desk.said.value}
      </p>
    </div>
  );
}

function Place(props: { href: string; on: boolean; icon: 'mail' | 'calendar'; children: string }) {
  return (
    <a class="pm-place" href={props.href} aria-current={props.on ? 'page' : undefined}>
      <Icon name={props.icon} size={14} />
      {props.children}
    </a>
  );
}
