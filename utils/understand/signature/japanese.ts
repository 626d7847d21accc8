/*
 * Signatures in Japanese: no spaces between words, so lines are told by the signs that firms, departments, ranks and
 * addresses have.
 */
const firm =
  /株式会社|有限会社|合同会社|合資会社|㈱|㈲|財団法人|社団法人|協同組合|大学|病院|銀行|Inc\.|Co\., ?Ltd/;
const rank =
  /(部|課|室|係|局|支店|営業所|本部|センター|グループ|チーム)(?=$|[\s　・])|課長|部長|係長|社長|取締役|主任|担当|マネージャー|店長|所長|室長|主査|リーダー|エンジニア|ディレクター/;
const address =
  /〒|(東京都|北海道|(京都|大阪)府|\p{Script=Han}{2,3}県).*(市|区|町|村|郡)|^\S{1,12}(市|区)\S{1,20}\d/u;
const name =
  /^\p{Script=Han}{1,4}[\s　]\p{Script=Han}{1,4}$|^[\p{Script=Han}]{1,3}[\s　]?[\p{Script=Hiragana}\p{Script=Katakana}ー]{2,6}$/u;

export interface JapaneseFields {
  name: string[];
  title: string[];
  company: string[];
  address: string[];
}

/** Whether the lines are Japanese: kana, or two lines of Han signs with a firm's form. */
export function isJapanese(text: string): boolean {
  return (
    /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text.slice(0, 4000)) ||
    firm.test(text.slice(0, 4000).replace(/[\x20-\x7e]/g, ''))
  );
}

/** Each line once, as the first thing that it is. `called` is the name in the header. */
export function readJapanese(lines: readonly string[], called = ''): JapaneseFields {
  const fields: JapaneseFields = { name: [], title: [], company: [], address: [] };
  const squash = (text: string) => text.replace(/[\s　]/g, '');
  for (const raw of lines) {
    const line = raw.trim().slice(0, 120);
    if (line === '' || /[。！？]$|@|https?:|(TEL|FAX|電話|携帯)[\s:：]?/i.test(line)) continue;
    const person = called !== '' && squash(line).endsWith(squash(called));
    if (person && squash(line) === squash(called)) {
      fields.name.push(line);
      continue;
    }
    // "営業部 課長 山田 太郎": the name at the end of its rank.
    if (person) {
      fields.name.push(called);
      const before = line.slice(0, Math.max(0, line.length - called.length)).trim();
      if (firm.test(before)) fields.company.push(before);
      else if (before !== '') fields.title.push(before);
    } else if (address.test(line)) fields.address.push(line);
    else if (firm.test(line) && line.length <= 40) fields.company.push(line);
    else if (rank.test(line) && line.length <= 40) fields.title.push(line);
    else if (name.test(line)) fields.name.push(line.replace(/\s?[（(].*$/, ''));
  }
  return { ...fields, name: [...new Set(fields.name)].slice(0, 1) };
}
