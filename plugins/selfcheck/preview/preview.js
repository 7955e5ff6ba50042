// Loads the page of a preview again once its question file has been saved.
{
  const { version } = document.documentElement.dataset;
  const changes = new EventSource(`changes?since=${version}`);
  changes.addEventListener("message", () => location.reload());
  // A connection that stays open would keep the page from being left at once.
  addEventListener("pagehide", () => changes.close());
}
