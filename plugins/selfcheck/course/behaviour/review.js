// The element that asks what is due, from the whole site.
{
  if (!customElements.get("self-check-review"))
    customElements.define("self-check-review", class extends HTMLElement {});
}
