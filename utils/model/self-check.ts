import { PageSite } from '@/utils/model/captured';
import { list, someText, text, z } from '@/utils/model/zod';

/** The ways on which a site's content reaches us. `page`: a message read off the page, because no wire brought it. */
export const SourceKind = z.enum(['xhr', 'fetch', 'port', 'embedded', 'page']);
export type SourceKind = z.infer<typeof SourceKind>;

/** How much came on each of them. */
export const SourceCounts = z.partialRecord(SourceKind, z.int().check(z.gte(0)));
export type SourceCounts = z.infer<typeof SourceCounts>;

/** By site, since the browser started; `storage.session` keeps it under `sources`. */
export const Sources = z.partialRecord(PageSite, SourceCounts);
export type Sources = z.infer<typeof Sources>;

/** What one page looks like, and one answer of each kind that it received: shapes and lengths, every word censored. */
export const PageSample = z.object({
  site: PageSite,
  page: text(4000),
  answers: list(
    z.object({ endpoint: someText(100), kind: SourceKind, length: z.int(), shape: text(4000) }),
    12,
  ),
});
export type PageSample = z.infer<typeof PageSample>;
