// Numbers typed into a line, as people write them. Joined into the script of each type that asks for it.

/** Digits with at most one decimal sign, or in groups of three, as a numeral of the language of scripts: "" where it
 * is neither, nothing where it can be both. @param {string} text @param {string} decimal */
const numeral = (text, decimal) => {
  const other = decimal === "," ? "." : ",";
  if (RegExp(`^[1-9]\\d{0,2}[${other}]\\d{3}$`).test(text)) return undefined;
  if (/^\d*[.,]?\d+$/.test(text)) return text.replace(",", ".");
  const groups = /^(\d{1,3}(?:([ '.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  return groups && groups[2] !== groups[3] ? `${groups[1].replace(/\D/g, "")}.${groups[4] ?? 0}` : "";
};

/** A unit in one of the forms in which keyboards write it: µ and Ω have two code points, primes are often quotes.
 * @param {string} text */
const unitForm = (text) =>
  text
    .replace(/[‘’′´ʹ＇]/g, "'")
    .replace(/″|“|”|''/g, '"')
    .replace(/[º˚]/g, "°")
    .replace(/٪/g, "%")
    .normalize("NFKC")
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

const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

/** A number in the signs of a program, but for its decimal and thousands. @param {string} text @param {string} decimal */
const plainSigns = (text, decimal) =>
  text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(RegExp(`[${raised}]+`, "g"), (power) => `^${power} `)
    .replace(RegExp(`[${raised}]`, "g"), (sign) => "0123456789-"[raised.indexOf(sign)])
    .replace(/[‐-―−﹣ーｰ]/g, "-")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/٫/g, decimal)
    .replace(/[。｡]/g, ".")
    .replace(/[٬‘’ʼ′´`]/g, "'")
    .replace(/\s/g, " ")
    .replace(/\*\*/g, "^")
    .replace(/\^ *[({]([^(){}]*)[)}]/, "^$1")
    .replace(/ *[·⋅∙•・･×✕x*] *10 *\^ */i, "e")
    .replace(/^([+-]?) *10 *\^ */, (_, sign) => `${sign}1e`)
    .trim();

/** The number in a text: `NaN` where there is none, nothing where it can be read in two ways.
 *
 * `decimal` is the sign of the page's language. The other one is taken for it too, unless what follows it may be a
 * group of thousands. Powers of ten and fractions are read as well; `unit` may stand behind.
 * @param {unknown} text @param {string} unit @param {string} decimal @returns {number | undefined} */
const numberIn = (text, unit, decimal) => {
  const typed = String(text ?? "");
  if (typed.length > 60) return Number.NaN;
  const written = plainSigns(beforeUnit(typed.replace(/\p{Cf}/gu, "").trim(), unit).trim(), decimal);
  const parts = /^([+-]?)\s*([^/⁄e]*?)(?:\s*[/⁄]\s*([^/⁄e]*)|e([+-]?\d{1,4}))?$/i.exec(written);
  const [above, below] = [parts?.[2] ?? "", parts?.[3] ?? "1"].map((part) => numeral(part, decimal));
  if (above === "" || below === "") return Number.NaN;
  if (above === undefined || below === undefined) return undefined;
  const size = Number(`${above}e${parts?.[4] ?? 0}`) / Number(below);
  return Number.isFinite(size) ? size * (parts?.[1] === "-" ? -1 : 1) : Number.NaN;
};
