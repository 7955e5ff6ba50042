// For its instant navigation, Material writes all addresses of a page in full, and compares what two pages have in their
// heads by how it is written. A style whose address is written is applied again, and all of the page styled with it,
// while it loads. Here styles keep the addresses they have, and a page that comes names them in the same way.
{
  const ALL = "[href], [src]"; // how Material asks for what has an address
  const isStyle = ({ rel }) => rel === "stylesheet";
  const styles = [...document.head.children].filter(isStyle);
  const written = new Map(styles.map((style) => [style.href, style.getAttribute("href")]));
  const { querySelectorAll } = Document.prototype;
  Document.prototype.querySelectorAll = function (selectors) {
    const found = querySelectorAll.call(this, selectors);
    if (selectors !== ALL) return found;
    if (this === document) return [...found].filter((element) => !isStyle(element));
    const known = [...this.head.children].filter((element) => isStyle(element) && written.has(element.href));
    for (const style of known) style.setAttribute("href", written.get(style.href));
    return [...found].filter((element) => !known.includes(element));
  };
}
