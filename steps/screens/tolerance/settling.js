// Returns when the page has come to rest: nothing in it says that it is busy, and nothing was written for a moment.
const QUIET = 120, begun = performance.now();
let written = performance.now();
const observer = new MutationObserver(() => { written = performance.now(); });
observer.observe(document, {subtree: true, childList: true, characterData: true});
const rest = () => new Promise(done => setTimeout(done, 40));
while (performance.now() - begun < limit) {
    const still = performance.now() - Math.max(written, begun) >= QUIET;
    if (document.readyState !== 'loading' && still && !isAnythingBusy(document)) break;
    await rest();
}
observer.disconnect();
