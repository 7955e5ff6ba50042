// The block of another page arrives: its files are fetched, and its addresses hold here too.

/** @param {string} name of a script or style of ours */
const loadPart = async (name) => {
  const href = `${course.root}assets/selfcheck/${name}`;
  if (name.endsWith(".js")) await course.load(`../${name}`);
  // A theme may take away what stands in the head, so that it is looked up each time.
  else if (!document.querySelector(`link[href$="${name}"]`))
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
};

/** Lets addresses lead from here to where they led from their own page. @param {DocumentFragment} part
 * @param {string} base the address of that page */
const readdress = (part, base) => {
  /** @param {string} address */
  const moved = (address) => {
    try {
      return new URL(address, base).href;
    } catch {
      return address;
    }
  };
  for (const name of ["href", "src", "poster"])
    for (const node of part.querySelectorAll(`[${name}]`)) {
      const address = node.getAttribute(name) ?? "";
      const isOwn = address[0] === "#" && part.querySelector(`[id="${CSS.escape(address.slice(1))}"]`);
      if (!isOwn) node.setAttribute(name, moved(address));
    }
  for (const node of part.querySelectorAll("[srcset]")) {
    const set = node.getAttribute("srcset") ?? "";
    node.setAttribute(
      "srcset",
      set.replace(/(^|,\s+)(\S+)/g, (_, before, address) => before + moved(address)),
    );
  }
};

/** A link to a page, by its title. @param {SelfCheckCoursePage} page */
const linkTo = async ({ address }) => {
  const outline = await course.whenKnown([address], "outline").catch(() => []);
  const title = outline.find((told) => told[0] === address)?.[1] ?? address;
  return Object.assign(document.createElement("a"), { href: course.root + address, textContent: title });
};

/** The level of a heading that stands one below what stands above a place. @param {Element} place */
const levelBelow = (place) => {
  const before = (/** @type {Element} */ heading) => heading.compareDocumentPosition(place) & 4; // it follows
  const above = [...document.querySelectorAll("h1,h2,h3,h4")].filter(before).pop();
  return String(Number(above?.tagName[1] ?? 1) + 1);
};

/** The block of a question, for a place in which it does not stand yet. @param {SelfCheckReviewItem} item
 * @param {Element} place @returns {Promise<any>} */
const arrival = async ({ id, page }, place) => {
  await course.load(`questions/${id}.js`);
  /** @type {SelfCheckReviewFile[]} */
  const files = course.data.get("block") ?? [];
  const [, , address, html, parts] = files.find(([name]) => name === id) ?? [];
  // What comes first is what the others are made with.
  for (const part of parts ?? []) await loadPart(part);
  const template = document.createElement("template");
  template.innerHTML = html ?? "";
  readdress(template.content, course.root + address);
  const block = template.content.querySelector("self-check");
  block?.setAttribute("data-review", course.root + address);
  const label = block?.querySelector(".self-check__label");
  for (const node of [...(label?.childNodes ?? [])])
    if (!(node instanceof Element && node.matches(".self-check__variant"))) node.remove();
  if (label?.ariaLevel) label.ariaLevel = levelBelow(place);
  label?.prepend(await linkTo(page), " ");
  // Here it stands alone, without the block that shows its passage.
  block?.querySelector("details.self-check__passage")?.setAttribute("open", "");
  block?.querySelector(".self-check__passage-for")?.remove();
  return block && document.importNode(block, true);
};
