// Numbers typed into a line, as people write them. Joined into the script of each type that asks for it.

/** The ways to read a text, as JavaScript writes numbers: as digits with at most one decimal sign, or as digits in
 * groups of three. None if it is neither; if it may be either, the reading in groups comes first.
 * @param {string} text @param {string} decimal */
const numeralsIn = (text, decimal) => {
  const other = decimal === "," ? "." : ",";
  if (RegExp(`^[1-9]\\d{0,2}[${other}]\\d{3}$`).test(text))
    return [text.replace(other, ""), text.replace(other, ".")];
  if (/^\d*[.,]?\d+$/.test(text)) return [text.replace(",", ".")];
  const groups = /^(\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  return groups && groups[2] !== groups[3] ? [`${groups[1].replace(/\D/g, "")}.${groups[4] ?? 0}`] : [];
};

/** A unit in one of the forms in which keyboards write it: µ and Ω have two code points, primes are often quotes.
 * @param {string} text */
const unitForm = (text) =>
  text
    .replace(/[‘’′´ʹ＇]/g, "'")
    .replace(/″|“|”|''/g, '"')
    .replace(/[º˚]/g, "°")
    .replace(/٪/g, "%")
    .replace(/\*\*/g, "^")
    .normalize("NFKC")
    .replace(/[⁄∕]/g, "/")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s*[·⋅∙•・*]\s*/g, "·")
    .replace(/\^(?=[-\d])/g, "")
    .trim()
    .replace(/(?<=\p{L})\s+(?=\p{L})/gu, "·")
    .replace(/\s/g, "");

/** The text before its unit, if that stands there. @param {string} text @param {string} unit */
const beforeUnit = (text, unit) => {
  const form = unitForm(unit);
  const signs = [...text];
  const start = signs.findIndex((_, at) => form && unitForm(signs.slice(at).join("")) === form);
  return start < 0 ? text : signs.slice(0, start).join("");
};

/** The value of a digit in any script, each of which has its ten in a row. @param {string} digit */
const digitValue = (digit) => {
  const code = /** @type {number} */ (digit.codePointAt(0));
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
};

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

/** A number in the signs of a program, but for its decimal and thousands. @param {string} text @param {string} decimal */
const plainSigns = (text, decimal) =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(RegExp(`[${raised}]+`, "g"), (power) => `^${power} `)
    .replace(RegExp(`[${raised}]`, "g"), (sign) => "0123456789-"[raised.indexOf(sign)])
    .replace(/[‐-―−﹣ーｰ]/g, "-")
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/[⁄∕]/g, "/")
    .replace(/٫/g, decimal)
    .replace(/[。｡]/g, ".")
    .replace(/[٬‘’ʼ′´`]/g, "'")
    .replace(/\s/g, " ")
    .replace(/\*\*/g, "^")
    .replace(/\^ *[({]([^(){}]*)[)}]/, "^$1")
    .replace(/ *[·⋅∙•・･×✕x*] *10 *\^ */i, "e")
    .replace(/^([+-]?) *10 *\^ */, (_, sign) => `${sign}1e`)
    .trim();

/** The number in a text: `NaN` where there is none, nothing where she has to say which of two she means.
 *
 * `decimal` is the sign of the page's language. The other sign is read as a decimal sign too, unless it may separate
 * thousands: then it does, and the result is undefined if the other reading `isExpected`. Powers of ten and fractions
 * are read as well; `unit` may stand behind.
 * @param {unknown} text @param {string} unit @param {string} decimal @param {(number: number) => boolean} [isExpected]
 * @returns {number | undefined} */
const numberIn = (text, unit, decimal, isExpected) => {
  const typed = String(text ?? "");
  if (typed.length > 60) return Number.NaN;
  const written = plainSigns(beforeUnit(typed.replace(/\p{Cf}/gu, "").trim(), unit).trim(), decimal);
  const parts = /^([+-]?)\s*([^/e]*?)(?:\s*\/\s*([^/e]*)|\s*e\s*([+-]?\d{1,4}))?$/i.exec(written);
  const [above, below] = [parts?.[2] ?? "", parts?.[3] ?? "1"].map((part) => numeralsIn(part, decimal));
  const sign = parts?.[1] === "-" ? -1 : 1;
  const [first = Number.NaN, ...others] = above.flatMap((part) =>
    below.map((divisor) => (sign * Number(`${part}e${parts?.[4] ?? 0}`)) / Number(divisor)),
  );
  if (isExpected && others.some(isExpected)) return undefined;
  return Number.isFinite(first) ? first : Number.NaN;
};
