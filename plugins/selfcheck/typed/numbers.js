// Numbers typed into a line, as people write them. Joined into the script of each type that asks for it.

/** Digits with at most one decimal sign, or in groups of three, as a numeral of the language of scripts: "" where it
 * is neither, nothing where it can be both. @param {string} text @param {string} decimal */
const numeral = (text, decimal) => {
  const other = decimal === "," ? "." : ",";
  if (RegExp(`^[1-9]\\d{0,2}[${other}]\\d{3}$`).test(text)) return undefined;
  if (/^\d*[.,]?\d+$/.test(text)) return text.replace(",", ".");
  const groups = /^(\d{1,3}(?:([\s'’.,])\d{3})(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(text);
  return groups && groups[2] !== groups[3] ? `${groups[1].replace(/\D/g, "")}.${groups[4] ?? 0}` : "";
};

/** The number in a text: `NaN` where there is none, nothing where it can be read in two ways.
 *
 * `decimal` is the sign of the page's language. The other one is taken for it too, unless what follows it may be a
 * group of thousands. Powers of ten and fractions are read as well; `unit` may stand behind.
 * @param {unknown} text @param {string} unit @param {string} decimal @returns {number | undefined} */
const numberIn = (text, unit, decimal) => {
  let written = String(text ?? "");
  if (written.length > 60) return Number.NaN;
  written = written.replace(/\p{Cf}/gu, "").trim();
  if (unit && written.endsWith(unit)) written = written.slice(0, -unit.length).trim();
  const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
  written = written
    .replace(RegExp(`[${raised}]+`, "g"), (power) => `^${power} `)
    .replace(RegExp(`[${raised}]`, "g"), (sign) => "0123456789-"[raised.indexOf(sign)])
    .replace(/[‐-–−－]/g, "-")
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/٫/g, decimal)
    .replace(/٬/g, "'")
    .replace(/\s*[·⋅×x*]\s*10\s*\^\s*/i, "e")
    .trim();
  const parts = /^([+-]?)\s*([^/⁄e]*?)(?:\s*[/⁄]\s*([^/⁄e]*)|e([+-]?\d{1,4}))?$/i.exec(written);
  const [above, below] = [parts?.[2] ?? "", parts?.[3] ?? "1"].map((part) => numeral(part, decimal));
  if (above === "" || below === "") return Number.NaN;
  if (above === undefined || below === undefined) return undefined;
  const size = Number(`${above}e${parts?.[4] ?? 0}`) / Number(below);
  return Number.isFinite(size) ? size * (parts?.[1] === "-" ? -1 : 1) : Number.NaN;
};
