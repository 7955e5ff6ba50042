// Pictures in options: a click on one chooses its option, whatever a plugin does to enlarge it.

/** What a link leads to that enlarges the picture in it: a picture, or nothing. Any other was meant by the author. */
const ENLARGED = /^$|^data:image|\.(avif|gif|jpe?g|png|svg|webp)([?#]|$)/i;

/** @param {any} event a click on its way down */
const choosePictured = (event) => {
  const row = event.target.closest("[data-option]");
  const control = row?.querySelector("input[type=radio], input[type=checkbox]");
  const wrapper = event.target.closest("a, button");
  const picture = wrapper ? wrapper.querySelector("img") : event.target.closest("img");
  if (!control || !row.contains(picture) || !ENLARGED.test(wrapper?.getAttribute("href") ?? "")) return;
  event.preventDefault();
  event.stopPropagation();
  control.focus();
  control.click();
};
