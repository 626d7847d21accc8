import { pageWords } from '@/utils/i18n/page-words';
import { form } from '@/utils/i18n/t';
import { type Block, snippet } from '@/utils/practice/blocks';
import { jslog } from '@/utils/practice/gmail-ids';
import { isDraft, type PracticeMail, type PracticeThread } from '@/utils/practice/mailbox';
import type { PracticePerson } from '@/utils/practice/people';
import { ReplyBox } from '@/utils/practice/reply-box';
import type { PracticeState } from '@/utils/practice/state';

/*
 * An open thread with the ids, classes and attributes that Gmail's page has (h2.hP, .adn[data-message-id], span.gD …),
 * so that the same adapter reads it. Text nodes only.
 */

export function ThreadView({ state, thread }: { state: PracticeState; thread: PracticeThread }) {
  const mails = thread.mails.filter((mail) => !isDraft(mail));
  return (
    <div class="nH a98 iY">
      <a class="pm-back" href="#inbox">
        {pageWords.practice.back}
      </a>
      <div class="ha">
        <h2 class="hP" data-legacy-thread-id={thread.legacyId} data-thread-perm-id={thread.id} tabIndex={-1}>
          {thread.subject}
        </h2>
      </div>
      <ul class="pm-mails">
        {mails.map((mail) =>
          state.expanded.value.has(mail.id) ? (
            <Expanded key={mail.id} state={state} thread={thread} mail={mail} />
          ) : (
            <Collapsed key={mail.id} state={state} mail={mail} />
          ),
        )}
      </ul>
      <ReplyBox state={state} thread={thread} />
    </div>
  );
}

/** Gmail keeps only the sender and a few words of a collapsed message on the page, often without any id. */
function Collapsed({ state, mail }: { state: PracticeState; mail: PracticeMail }) {
  return (
    <li class="kv">
      <button
        type="button"
        class="pm-collapsed"
        title={pageWords.practice.showMessage(mail.from.name)}
        onClick={() => state.expand(mail.id)}
      >
        <span class="yP" {...{ email: mail.from.address, name: mail.from.name }}>
          {mail.from.name}
        </span>
        <span class="pm-few">{snippet(mail.blocks)}</span>
        <span class="g3">{form.moment(mail.sentAt, Date.now())}</span>
      </button>
    </li>
  );
}

function Expanded({
  state,
  thread,
  mail,
}: {
  state: PracticeState;
  thread: PracticeThread;
  mail: PracticeMail;
}) {
  const unsynced = state.unsynced.value.has(mail.id);
  const me = state.mailbox.me.address;
  return (
    <li class="h7">
      <div
        class="adn ads"
        {...{
          'data-message-id': `#${mail.id}`,
          ...(unsynced ? {} : { 'data-legacy-message-id': mail.legacyId }),
        }}
      >
        <div class="gs">
          <div class="gE iv gt pm-head">
            <span class="pm-face" aria-hidden="true">
              {initials(mail.from.name)}
            </span>
            <div>
              <h3 class="iw">
                <span class="gD" {...{ email: mail.from.address, name: mail.from.name }}>
                  {mail.from.name}
                </span>{' '}
                <span class="go">{`<${mail.from.address}>`}</span>
              </h3>
              <span class="hb">
                <Recipients people={[...mail.to, ...mail.cc]} me={me} />
              </span>
            </div>
            <span class="g3" title={form.exact(mail.sentAt)}>
              {form.moment(mail.sentAt, Date.now())}
            </span>
          </div>
          <div class="ii gt" {...{ jslog: jslog(thread.id, mail.id) }}>
            <div class="a3s aiL">
              <Body blocks={mail.blocks} />
            </div>
          </div>
          {mail.attachments.length > 0 && (
            <div class="hq gt">
              <h4 class="pm-attachments">{pageWords.practice.attachments}</h4>
              <div class="aQH">
                {mail.attachments.map((file) => (
                  <span
                    key={file.name}
                    class="aZo"
                    {...{ download_url: `${file.mime}:${file.name}:https://mail.google.com/attachment` }}
                  >
                    <span class="aV3">{file.name}</span> <small>{form.bytes(file.size)}</small>
                  </span>
                ))}
              </div>
            </div>
          )}
        </div>
      </div>
    </li>
  );
}

function Recipients({ people, me }: { people: readonly PracticePerson[]; me: string }) {
  const names = people.map((person) => (person.address === me ? pageWords.practice.me : person.name));
  return (
    <>
      {pageWords.practice.to('')}
      {people.map((person, index) => (
        <span key={person.address}>
          {index > 0 ? ', ' : ''}
          <span class="g2" {...{ email: person.address, name: names[index] }}>
            {names[index]}
          </span>
        </span>
      ))}
    </>
  );
}

function Body({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div dir="ltr">
      {blocks.map((block, index) => (
        // The blocks of a mail never change their order.
        <BodyBlock key={index} block={block} />
      ))}
    </div>
  );
}

function BodyBlock({ block }: { block: Block }) {
  if (typeof block === 'string') return <p class="pm-par">{block}</p>;
  if ('list' in block)
    return (
      <ul>
        {block.list.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  // Nothing on this page leads out of it: links are shown, not followed.
  if ('link' in block) return <p class="pm-link">{block.link}</p>;
  if ('signature' in block)
    return (
      <div class="gmail_signature">
        <span class="gmail_signature_prefix">{'-- '}</span>
        {block.signature.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    );
  return (
    <details class="pm-quoted">
      <summary aria-label={pageWords.practice.showQuoted}>•••</summary>
      <div class="gmail_quote">
        <div class="gmail_attr">{block.quote}</div>
        <blockquote class="gmail_quote">
          <Body blocks={block.blocks} />
        </blockquote>
      </div>
    </details>
  );
}

export const initials = (name: string) =>
  name
    .replace(/^Dr\. /, '')
    .split(' ')
    .map((part) => part.slice(0, 1))
    .slice(0, 2)
    .join('');
