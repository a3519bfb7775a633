// Counts down to a deadline, not by decrement: a page that slept, or whose clock was moved, shows the truth.
(() => {
  const line = document.getElementById("countdown");
  const resend = document.getElementById("resend");
  const deadline = Date.now() + Number(line.dataset.seconds) * 1000;
  const show = () => {
    const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
    const printed = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    line.textContent = line.dataset.text.replace("{left}", printed);
    line.hidden = left === 0;
    resend.hidden = left > 0;
    if (left === 0) clearInterval(timer);
  };
  const timer = setInterval(show, 250);
  show();
})();
