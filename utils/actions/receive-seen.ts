import type { Context } from '@/utils/actions/context';
import { receiveCapture } from '@/utils/actions/receive-capture';
import type { PageMeeting, SeenMeeting, Site } from '@/utils/model/captured';
import { proposalsWithIds } from '@/utils/store/proposals';

/** Takes in where meetings stand now: what is known of one stays, at its new time; what nobody knows is not kept. */
export async function receiveSeen(context: Context, site: Site, seen: readonly SeenMeeting[]): Promise<void> {
  const moved: PageMeeting[] = [];
  for (const now of seen) {
    const known = await proposalsWithIds(context.db, now.ids);
    for (const { captured } of known) {
      if (captured.kind !== 'meeting') continue;
      const { text, signature: _, replies: __, meeting, ...rest } = captured;
      const { asOf: ___, ...detail } = meeting;
      const next: PageMeeting = {
        ...rest,
        via: 'wire',
        sentAt: now.startsAt,
        sentAtApproximate: false,
        body: { type: 'text', content: text, clipped: false },
        source: { ...captured.source, site, ids: now.ids },
        meeting: {
          ...detail,
          endsAt: now.endsAt,
          allDay: now.allDay,
          status: now.cancelled ? 'cancelled' : detail.status === 'cancelled' ? 'confirmed' : detail.status,
          myAnswer: now.myAnswer ?? detail.myAnswer,
        },
      };
      if (isNews(captured, next)) moved.push(next);
      break;
    }
  }
  if (moved.length > 0) await receiveCapture(context, moved);
}

function isNews(known: Pick<PageMeeting, 'sentAt' | 'meeting'>, now: PageMeeting): boolean {
  const print = ({ sentAt, meeting }: typeof known) =>
    [sentAt, meeting.endsAt, meeting.allDay, meeting.status, meeting.myAnswer].join();
  return print(known) !== print(now);
}
