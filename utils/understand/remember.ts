/**
 * `read` with its latest answers at hand: one mail is read for its words, its signature and its kind, each of which asks
 * for the same lines. Few are kept, in memory alone, and they are shared: whoever asks must not change them.
 */
export function remembering<Answer>(read: (text: string) => Answer, most = 2): (text: string) => Answer {
  let kept: { text: string; answer: Answer }[] = [];
  return (text) => {
    const known = kept.find((each) => each.text === text);
    if (known) return known.answer;
    const answer = read(text);
    kept = [{ text, answer }, ...kept].slice(0, most);
    return answer;
  };
}
