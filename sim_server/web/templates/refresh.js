// Looks for new messages every two seconds while the page is on the screen.
(() => {
  const list = document.getElementById("messages");
  const refresh = async () => {
    if (document.hidden) return;
    const answer = await fetch(`${location.pathname}/messages`);
    if (!answer.ok) return;
    const text = await answer.text();
    if (text !== refresh.shown) list.innerHTML = refresh.shown = text;
  };
  setInterval(() => refresh().catch(() => {}), 2000);
})();
