// Material fetches the index of the search with every page, which is more than the page itself. Here it is fetched once
// the reader turns to the search, or comes from it.
{
  const wanted = new Promise((resolve) => {
    if (/[?&][hq]=/.test(location.search)) resolve();
    const turn = ({ target }) => target.closest?.(".md-search, [for=__search]") && resolve();
    for (const event of ["focusin", "pointerover"]) addEventListener(event, turn);
  });
  const { open, send } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (...given) {
    if (/\/search\/search_index\.json$/.test(given[1])) this.send = () => wanted.then(() => send.call(this));
    open.apply(this, given);
  };
}
