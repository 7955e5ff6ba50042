// Pictures in options: a click on one chooses its option, also where a plugin has made it a link that enlarges it.

/** Where a link leads that enlarges the picture in it: to a picture, or nowhere. Others were meant by the author. */
const ENLARGED = /^$|^data:image|\.(avif|gif|jpe?g|png|svg|webp)([?#]|$)/i;

/** @param {any} event a click on its way down, before what else listens to the link */
const choosePictured = (event) => {
  const link = event.target.closest("[data-option] a");
  const control = link?.closest("[data-option]").querySelector("input[type=radio], input[type=checkbox]");
  if (!control || !link.querySelector("img") || !ENLARGED.test(link.getAttribute("href") ?? "")) return;
  event.preventDefault();
  event.stopPropagation();
  control.focus();
  control.click();
};
