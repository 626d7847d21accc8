import { z } from '@/utils/model/zod';

const id = z.union([z.string(), z.number()]);
const one = z.object({ id });
/** What a create answers: the record itself, in `data`, or many in `results`. */
const Created = z.union([
  z.pipe(
    z.object({ results: z.array(one) }),
    z.transform(({ results }) => results),
  ),
  z.pipe(
    z.object({ data: one }),
    z.transform(({ data }) => [data]),
  ),
  z.pipe(
    one,
    z.transform((row) => [row]),
  ),
]);

/**
 * A `fetch` that writes down what a server created, also where the answer is lost on the way to the connector: so that
 * a run can remove what it made. `whatOf` names the kind of record that a POST to this path creates.
 */
export function rememberMade(
  inner: typeof fetch,
  whatOf: (path: string) => string | undefined,
): { fetch: typeof fetch; made: { what: string; id: string }[] } {
  const made: { what: string; id: string }[] = [];
  return {
    made,
    fetch: async (input, init) => {
      const response = await inner(input, init);
      const what = init?.method === 'POST' ? whatOf(new URL(String(input)).pathname) : undefined;
      if (what !== undefined && response.ok) {
        const rows = z.safeParse(Created, await response.clone().json());
        for (const row of rows.success ? rows.data : []) made.push({ what, id: String(row.id) });
      }
      return response;
    },
  };
}
