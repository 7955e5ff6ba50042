// Typed texts: normalization as in spelling.py, grading, and likely slips.
// Joined into the script of each type that asks for it.

/** @typedef {{answers: string[], mistakes: string[][], ignore: string[], pattern?: string, lines?: boolean}} Entry */

/** @param {string} text */
const typewritten = (text) =>
  text
    .replace(/[‘’‚‛′´ʹʼ]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐-―−]/g, "-");

/** NFKC would make two signs of a double prime, and makes dashes of others. @param {unknown} text */
const normalize = (text) =>
  typewritten(typewritten(String(text ?? "")).normalize("NFKC"))
    .replace(/\p{Cf}/gu, "")
    .replace(/[\p{Cc}\p{Z}]+/gu, " ")
    .trim();

const everything = ["case", "accents", "punctuation", "space"];

/** @param {unknown} text @param {string[]} ignore */
const plain = (text, ignore) => {
  let rest = normalize(text);
  if (ignore.includes("case")) rest = rest.toUpperCase();
  if (ignore.includes("accents")) rest = rest.normalize("NFKD").replace(/\p{M}/gu, "");
  if (ignore.includes("punctuation")) rest = rest.replace(/\p{P}/gu, "");
  return rest.replace(/ +/g, ignore.includes("space") ? "" : " ").trim();
};

/** The form in which two texts are compared: as a whole, or line by line without empty lines at the end.
 * @param {unknown} text @param {Pick<Entry, "ignore" | "lines">} entry */
const comparable = (text, { ignore, lines }) =>
  lines
    ? String(text ?? "")
        .split(/\r\n?|\n/)
        .map((line) => plain(line, ignore))
        .join("\n")
        .replace(/\n+$/, "")
    : plain(text, ignore);

/** The name of the answer or mistake that a text is, as `answer-1` or `mistake-2`; `pattern`, or "".
 *
 * Computed values in the texts of an entry have a point before their decimals, and commas between thousands. A page
 * shows them with `decimal`, and where that is the comma, with spaces. What a text is as it stands comes first.
 * @param {unknown} text @param {Entry} entry @param {string} decimal */
const recognize = (text, entry, decimal) => {
  const { answers, mistakes, ignore, pattern } = entry;
  /** @param {unknown} text */
  const asItStands = (text) => comparable(text, entry);
  /** With one sign between thousands. @param {string} text */
  const inGroups = (text) => asItStands(text.replace(/(?<=\d)[,\p{Zs}](?=\d{3}(?!\d))/gu, "'"));
  /** @param {string} written @param {(known: string) => string} read */
  const nameOf = (written, read) => {
    /** @param {string} known */
    const isIt = (known) => read(known) === written;
    const answer = answers.findIndex(isIt) + 1;
    const mistake = mistakes.findIndex((texts) => texts.some(isIt)) + 1;
    return answer ? `answer-${answer}` : mistake ? `mistake-${mistake}` : "";
  };
  const withPoints = String(text ?? "").replace(/(?<=\d),(?=\d)/g, ".");
  const whole = normalize(text);
  const flags = ignore.includes("case") ? "iu" : "u";
  const isCovered = pattern && whole.length <= 200 && RegExp(`^(?:${pattern})$`, flags).test(whole);
  return (
    nameOf(asItStands(text), asItStands) ||
    (decimal === "," && nameOf(inGroups(withPoints), inGroups)) ||
    (isCovered ? "pattern" : "")
  );
};

/** Optimal string alignment: letters left out, put in, exchanged, or swapped with their neighbour.
 * @param {string} one @param {string} other */
const slips = (one, other) => {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > 2) return 3;
  const rows = [[...b, ""].map((_, index) => index)];
  a.forEach((letter, i) => {
    const [above, row] = [rows[i], [i + 1]];
    b.forEach((another, j) => {
      const isSwap = i && j && letter === b[j - 1] && a[i - 1] === another;
      const swap = isSwap ? rows[i - 1][j - 1] + 1 : 3;
      row.push(Math.min(row[j] + 1, above[j + 1] + 1, above[j] + Number(letter !== another), swap));
    });
    rows.push(row);
  });
  return rows[a.length][b.length];
};

/** Whether an unknown text may be a slip of an answer: one edit in five letters or more, two in nine or more. In fewer
 * letters (ReLU, GELU), of a digit, or among ideographs an edit makes another word. A text of several lines is never a
 * slip. @param {unknown} text @param {Entry} entry */
const isClose = (text, { answers, lines, mistakes }) => {
  if (lines) return false;
  const written = plain(text, everything);
  /** @param {string} known */
  const away = (known) => slips(plain(known, everything), written);
  /** @param {string} word */
  const digits = (word) => word.replace(/\P{Nd}/gu, "");
  const nearest = Math.min(3, ...mistakes.flat().map(away));
  return answers.some((known) => {
    const word = plain(known, everything);
    const { length } = [...word];
    const most = length < 5 || /\p{Ideographic}/u.test(word) ? -1 : length < 9 ? 1 : 2;
    const distance = away(known);
    return distance <= most && distance < nearest && digits(word) === digits(written);
  });
};
