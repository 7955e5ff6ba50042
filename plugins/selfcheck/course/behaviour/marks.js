// Marks in the navigation: a tick or "3/5" at each page that the reader has begun.

(() => {
  const course = /** @type {SelfCheckCourseShared} */ (window.SelfCheckCourse);
  if (course.hasMarks) return;
  course.hasMarks = true;

  // part: fill
  /** What is said, in the language of the site. @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // The menus of Material and Zensical, of mkdocs (whose search is a link too) and of readthedocs.
  const LINKS =
    ".md-nav--primary a.md-nav__link, .navbar-nav a[href]:not([rel], [data-bs-toggle]), .wy-menu a[href]";
  // In its drawer, Material shows a label in place of the link to the open page.
  const OPEN = '.md-nav--primary label.md-nav__link[for="__toc"]';

  /** @param {Element} link @param {ReturnType<SelfCheckCourseShared["standing"]>} standing */
  const paint = (link, { states, done, total, isDone }) => {
    const isBegun = states.some((state) => state !== "open");
    let mark = link.querySelector(".self-check-mark");
    if (!isBegun) return mark?.remove();
    if (!mark) {
      mark = document.createElement("span");
      mark.className = "self-check-mark";
      mark.setAttribute("role", "img");
      link.insertBefore(mark, link.querySelector(":scope > .md-nav__icon"));
    }
    const said = isDone ? words.page_done : fill(words.page_part, { done, total });
    mark.setAttribute("aria-label", said);
    mark.setAttribute("data-mark", isDone ? "done" : "part");
    mark.textContent = isDone ? "" : `${done}/${total}`;
  };

  const paintAll = async () => {
    // A new reader fetches nothing for marks that there are none of.
    if (!course.hasRecords() && !document.querySelector(".self-check-mark")) return;
    const pages = await course.whenKnown().catch(() => []);
    const standings = new Map(pages.map((page) => [page.address, course.standing(page)]));
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(LINKS))) {
      const standing = link.hash ? undefined : standings.get(course.addressOf(link.href) ?? "?");
      if (standing) paint(link, standing);
    }
    const here = standings.get(course.addressOf(location.href) ?? "?");
    if (here) for (const label of document.querySelectorAll(OPEN)) paint(label, here);
  };

  course.onChange(paintAll);
})();
