// Whether the page has come to rest: nothing in it says that it is busy, and nothing was written for a moment.
async limit => {
    const BUSY = '[aria-busy=true], [role=progressbar], progress:not([value])';
    const SAYS_BUSY = /(^|[-_\s])[a-z]*(skeleton|spinner|loader|loading|preloader|shimmer|placeholder-glow)([-_\s\d]|$)/i;
    const QUIET = 120, begun = performance.now();
    const all = root => [...root.querySelectorAll('*')].flatMap(each => each.shadowRoot ? [each, ...all(each.shadowRoot)] : [each]);
    const isBusy = each => (each.matches(BUSY) || SAYS_BUSY.test(each.getAttribute('class') ?? ''))
        && each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && each.getBoundingClientRect().width > 1;
    let written = performance.now();
    const observer = new MutationObserver(() => { written = performance.now(); });
    observer.observe(document, {subtree: true, childList: true, characterData: true});
    const rest = () => new Promise(done => setTimeout(done, 40));
    while (performance.now() - begun < limit) {
        const still = performance.now() - Math.max(written, begun) >= QUIET;
        if (document.readyState !== 'loading' && still && !all(document).some(isBusy)) break;
        await rest();
    }
    observer.disconnect();
}
