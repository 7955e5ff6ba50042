// Marks in the navigation: a tick or "3/5" at each page that the reader has begun.

(() => {
  const course = /** @type {SelfCheckCourseShared} */ (window.SelfCheckCourse);
  if (course.fill) return;

  // part: fill
  course.fill = fill;
  /** What is said, in the language of the site. @type {Record<string, string>} */
  // biome-ignore format: the build fills in the words here
  const words = {/* words */};
  // The menus of Material and Zensical, of mkdocs (whose search and titles of sections are links that lead nowhere)
  // and of readthedocs. In its drawer, Material shows a label in place of the link to the open page.
  const LINKS =
    ".md-nav--primary .md-nav__link:is(a, [for=__toc]), " +
    ".navbar-nav a[href]:not([rel], [href='#']), .wy-menu a[href]";

  /** @param {Element} link */
  const addressOf = (link) => {
    const { hash, href = location.href } = /** @type {HTMLAnchorElement} */ (link);
    return hash ? "?" : course.addressOf(href);
  };

  /** @param {Element} link @param {ReturnType<SelfCheckCourseShared["standing"]>} standing */
  const paint = (link, { done, total, isBegun, isDone }) => {
    /** @type {HTMLElement | null} */
    let mark = link.querySelector(".self-check-mark");
    if (!isBegun) return mark?.remove();
    if (!mark) {
      mark = Object.assign(document.createElement("span"), { className: "self-check-mark", role: "img" });
      link.insertBefore(mark, link.querySelector(":scope > .md-nav__icon"));
    }
    mark.ariaLabel = isDone ? words.page_done : fill(words.page_part, { done, total });
    mark.dataset.mark = isDone ? "done" : "part";
    mark.textContent = isDone ? "\u2713" : `${done}/${total}`;
  };

  /** The addresses in menus of a large course that the reader has had before her; the others may never be unfolded.
   * @type {Set<string>} */
  const seen = new Set();
  const observer = new IntersectionObserver((entries) => {
    const { size } = seen;
    for (const { isIntersecting, target } of entries) if (isIntersecting) seen.add(addressOf(target));
    if (seen.size > size) paintAll();
  });

  const paintAll = async () => {
    // A new reader has no marks: nothing is fetched.
    if (!course.hasRecords() && !document.querySelector(".self-check-mark")) return;
    const pages = await course.whenKnown([course.addressOf(location.href), ...seen]).catch(() => []);
    const standings = new Map(pages.map((page) => [page.key, course.standing(page)]));
    for (const link of document.querySelectorAll(LINKS)) {
      const standing = standings.get(addressOf(link));
      if (standing) paint(link, standing);
      else if (course.data.has("parts")) observer.observe(link);
    }
  };

  course.onChange(paintAll);
})();
