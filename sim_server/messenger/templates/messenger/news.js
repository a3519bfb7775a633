// Asks every few seconds what is new and puts it in its place. A page that nobody looks at does not ask.
(() => {
  const { news, user, open, period } = document.currentScript.dataset;
  const log = document.getElementById("log");
  const offline = document.getElementById("offline");
  let asking = false;
  let pressing = false;
  let draft = "";

  const question = () => {
    const shown = new URLSearchParams({ user, open });
    for (const part of document.querySelectorAll("[data-state]")) shown.set(part.id, part.dataset.state);
    if (log?.dataset.last) shown.set("last", log.dataset.last);
    return `${news}?${shown}`;
  };
  const replace = (id, html) => {
    const part = document.getElementById(id);
    if (!part) return;
    const focused = part.contains(document.activeElement) && document.activeElement.getAttribute("href");
    draft = part.querySelector("#text")?.value ?? draft;
    part.outerHTML = html;
    const shown = document.getElementById(id);
    if (focused) shown.querySelector(`[href="${focused}"]`)?.focus();
    const field = shown.querySelector("#text");
    if (field) field.value = draft;
  };
  const append = (messages, last) => {
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    document.getElementById("silence")?.remove();
    log.querySelector("ol").insertAdjacentHTML("beforeend", messages);
    log.dataset.last = last;
    if (atEnd) log.scrollTop = log.scrollHeight;
  };
  const place = ({ parts, messages, last, gone, over }) => {
    if (over) return location.assign(news.replace("/call/news", ""));
    for (const [id, html] of Object.entries(parts)) replace(id, html);
    if (messages && log.isConnected) append(messages, last);
    if (gone && document.getElementById("chat")?.contains(log)) document.getElementById("chat").innerHTML = gone;
  };
  const ask = async () => {
    if (document.hidden || asking) return;
    asking = true;
    try {
      const answer = await fetch(question());
      if ([401, 404, 409].includes(answer.status)) return location.assign("/");
      offline.hidden = answer.ok;
      const fresh = answer.status === 200 && (await answer.json());
      // What moves away under a finger that is down is not pressed; the next question gets the same answer.
      if (fresh && !pressing) place(fresh);
    } catch {
      offline.hidden = false;
    } finally {
      asking = false;
    }
  };

  if (log) log.scrollTop = log.scrollHeight;
  addEventListener("pointerdown", (event) => (pressing = event.button === 0), true);
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => (pressing = false), true);
  setInterval(ask, period * 1000);
  document.addEventListener("visibilitychange", ask);
})();
