import { describe, expect, it } from 'vitest';
import { agedProposal } from '@/utils/actions/apply-retention';
import { toCaptured } from '@/utils/actions/read-capture';
import { Captured } from '@/utils/model/captured';
import { Proposal } from '@/utils/model/proposal';
import { propose } from '@/utils/proposals/propose';
import { readOwnWords } from '@/utils/understand/own-words';
import { mail } from '../sync/mails';

const repliesIn = (content: string, type: 'text' | 'html' = 'text') =>
  readOwnWords({ type, content }).replies;
const lead = 'On 21/01/2026 10:11, Rosa Nord wrote:';
const answered = `Hello Rosa, see below.

${lead}
> We would like to begin soon.
> How many people take part? We need
> the number for the plan.
>
> Who signs?

I do. Please send me the contract by Friday.

> Which printers
> do you use?
Two old ones.

Anna Kunde
-- 
Kunde GmbH`;

describe('an answer between quoted lines', () => {
  it('carries the question that it answers', () => {
    expect(repliesIn(answered)).toEqual([
      { quoted: 'Who signs?', answer: 'I do. Please send me the contract by Friday.' },
      { quoted: 'Which printers do you use?', answer: expect.stringMatching(/^Two old ones\./) },
    ]);
    const html = `<div><blockquote type="cite"><div>${lead}</div><div>Travel is billed at cost.</div></blockquote>
<div>Please set a cap.</div><blockquote type="cite"><div>Shall we begin in May?</div></blockquote><div>Yes, with two people.</div></div>`;
    expect(repliesIn(html, 'html')).toEqual([
      { quoted: 'Travel is billed at cost.', answer: 'Please set a cap.' },
      { quoted: 'Shall we begin in May?', answer: 'Yes, with two people.' },
    ]);
  });

  it('takes the question of a paragraph before its last sentence, and no line of another', () => {
    const [reply] = repliesIn(
      `${lead}\n> Is June fine?\n>\n> Who signs? We ask for the plan.\n\nI do.\n\n> More below.\n`,
    );
    expect(reply).toEqual({ quoted: 'Who signs?', answer: 'I do.' });
  });

  it('is none where all is written above the history, or all below it', () => {
    expect(repliesIn(`I do.\n\n${lead}\n> Who signs?\n> Rosa\n`)).toEqual([]);
    expect(repliesIn(`${lead}\n> Who signs?\n> Rosa\n\nI do.\n`)).toEqual([]);
    expect(repliesIn('Who signs? I do.')).toEqual([]);
  });

  it('is bounded, and read in linear time, however hostile the mail', () => {
    const many = `${lead}\n${'> Who signs?\nI do.\n'.repeat(5_000)}`;
    expect(repliesIn(many)).toHaveLength(20);
    const long = `${lead}\n> ${'who '.repeat(2_000)}?\n\n${'I do '.repeat(20_000)}\n\n> End.\n`;
    for (const { quoted, answer } of repliesIn(long)) {
      expect(quoted.length).toBeLessThanOrEqual(300);
      expect(answer.length).toBeLessThanOrEqual(1000);
    }
    const time = (lines: number) => {
      const text = `${lead}\n${'> Who\n'.repeat(lines)}x\n${'> signs\n\n'.repeat(lines)}`;
      const began = performance.now();
      repliesIn(text);
      return performance.now() - began;
    };
    time(2_000);
    expect(time(8_000)).toBeLessThan(20 * (time(1_000) + 5));
  });
});

describe('what an answer says of its mail', () => {
  const captured = toCaptured(mail(1, { body: { type: 'text', content: answered, clipped: false } }));
  const proposal = propose({
    id: 'p1',
    captured,
    match: { contacts: [], strangers: [] },
    logText: 'own-words',
    now: captured.sentAt,
    timeZone: 'Europe/Berlin',
    customerThread: true,
    wroteToThem: true,
    businessStrangersAreKnown: true,
    own: { ownAddresses: ['rosa@nordlicht.example'], ownDomains: ['nordlicht.example'] },
  });

  it('is shown with the next step and the summary, and is no part of what is logged', () => {
    expect(Captured.parse(captured).replies).toHaveLength(2);
    expect(Proposal.parse(proposal).evidence).toMatchObject({
      stepAnswers: 'Who signs?',
      summaryAnswers: expect.arrayContaining(['Who signs?']),
    });
    expect(proposal.activity.nextStep?.sentence).toBe('Please send me the contract by Friday.');
    expect(JSON.stringify(proposal.activity)).not.toContain('Who signs?');
  });

  it('goes with the mail’s text', () => {
    const aged = agedProposal(proposal, proposal.capturedAt + 15 * 86_400_000);
    expect(JSON.stringify(aged)).not.toMatch(/Who signs|Which printers/);
  });
});
