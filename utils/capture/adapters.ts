import { gmail } from '@/utils/capture/gmail/gmail';
import { googleCalendar } from '@/utils/capture/google-calendar/google-calendar';
import { outlook } from '@/utils/capture/outlook/outlook';
import { outlookCalendar } from '@/utils/capture/outlook-calendar/outlook-calendar';
import type { PageAdapter } from '@/utils/capture/page-adapter';

/** Every site that Sidelog reads. */
export const adapters: readonly PageAdapter[] = [gmail, googleCalendar, outlook, outlookCalendar];
