import { PageCapture } from '@/utils/model/captured';
import { list, text, z } from '@/utils/model/zod';

/** Why a file or a text that the rep handed over gave nothing; its sentence is made in utils/i18n. */
export const FileProblem = z.enum([
  'file-too-large',
  /** None of the kinds that are read. */
  'file-unknown',
  'file-broken',
  /** No mail and no meeting in it. */
  'file-empty',
  /** A series of meetings without a sensible end. */
  'series-too-long',
  /** Meetings, but none of the last 30 and the next 45 days. */
  'nothing-near',
  'private-event',
  /** No address stands in it: whom is it about? */
  'nobody-found',
]);
export type FileProblem = z.infer<typeof FileProblem>;

/**
 * A file as our own page read it: the libraries for that weigh, and a service worker cannot load them when they are
 * needed. What a file holds is bounded here as what a page shows is.
 */
export const ReadFile = z.object({
  name: text(300),
  /** Empty where `problem` says why. */
  captures: list(PageCapture, 300),
  problem: z.optional(FileProblem),
  /** One mail or one meeting: handing it over says that it is wanted, whatever the gate holds of it. */
  onPurpose: z.boolean(),
});
export type ReadFile = z.infer<typeof ReadFile>;
