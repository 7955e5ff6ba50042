// The element of a reader's progress, on a page, in a section or on the site.
{
  if (!customElements.get("self-check-progress"))
    customElements.define("self-check-progress", class extends HTMLElement {});
}
