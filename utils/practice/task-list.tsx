import { Icon } from '@/components/design/icons';
import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';
import { type PracticeTask, practiceTasks } from '@/utils/model/practice';
import type { PracticeDesk } from '@/utils/practice/desk';
import type { Mailbox } from '@/utils/practice/mailbox';

interface Props {
  desk: PracticeDesk;
  mailbox: Mailbox;
  here: 'mail' | 'calendar';
}

/** Which thread a task is about, as utils/practice/mails.ts names it. */
const threads: Partial<Record<PracticeTask, string>> = {
  log: 'Renewal for 40 seats',
  contact: 'Reminders for patients',
  match: 'Question about invoice 2231',
};

/** Where that thread opens, from both of practice's pages. */
function linkTo(task: PracticeTask, { threads: all }: Mailbox): string | null {
  const thread = all.find(({ subject }) => subject === threads[task]);
  return thread ? `/practice.html#inbox/${thread.legacyId}` : null;
}

/** Five tasks and how far one is. What is done is read from practice's book, not from what was pressed here. */
export function TaskList({ desk, mailbox, here }: Props) {
  const words = pageWords.practice;
  const done = desk.done.value ?? [];
  const next = practiceTasks.find((task) => !done.includes(task));
  const all = desk.done.value !== null && next === undefined;
  return (
    <aside class="pm-guide" aria-labelledby="pm-guide">
      <div>
        <h2 id="pm-guide">{all ? words.allTitle : words.guideTitle}</h2>
        <p class="pm-guide__text">
          {all ? words.allText : words.progress(form.number(done.length), form.number(practiceTasks.length))}
        </p>
        <progress
          class="pm-progress"
          aria-label={words.guideTitle}
          value={done.length}
          max={practiceTasks.length}
        />
      </div>
      <button type="button" class={all ? 'pm-button' : 'pm-button pm-main'} onClick={desk.openPanel}>
        {words.openPanel}
      </button>
      <ol class="pm-tasks">
        {practiceTasks.map((task) => (
          <Task
            key={task}
            task={task}
            done={done.includes(task)}
            open={task === next && desk.done.value !== null}
            link={linkTo(task, mailbox)}
            onShow={task === 'day' ? desk.openDay : desk.openPanel}
          />
        ))}
      </ol>
      {here === 'mail' && (
        <p class="pm-guide__text">
          {words.more} <a href="/practice-calendar.html">{words.moreCalendar}</a>
        </p>
      )}
      {all && (
        <div class="pm-actions">
          <button type="button" class="pm-button pm-main" onClick={desk.ownMail}>
            {words.ownMail}
          </button>
          <button type="button" class="pm-button" onClick={desk.leave}>
            {words.leave}
          </button>
        </div>
      )}
    </aside>
  );
}

interface TaskProps {
  task: PracticeTask;
  done: boolean;
  open: boolean;
  /** The thread that it is about; absent: `onShow`, in the press itself. */
  link: string | null;
  onShow: () => void;
}

function Task({ task, done, open, link, onShow }: TaskProps) {
  const words = pageWords.practice.tasks[task];
  return (
    <li class={done ? 'pm-task pm-task--done' : 'pm-task'}>
      <details name="practice-task" open={open}>
        <summary>
          <span class="pm-tick" aria-hidden="true">
            {done && <Icon name="check" size={12} />}
          </span>
          <span class="pm-task__title">{words.title}</span>
          <span class="visually-hidden">{done ? pageWords.practice.isDone : pageWords.practice.isOpen}</span>
        </summary>
        <p>{words.how}</p>
        {link ? (
          <a class="pm-button" href={link}>
            {words.show}
          </a>
        ) : (
          <button type="button" class="pm-button" onClick={onShow}>
            {words.show}
          </button>
        )}
      </details>
      {done && <p class="pm-task__result">{words.done}</p>}
    </li>
  );
}
