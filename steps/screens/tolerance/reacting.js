// Notes when something was last written on the page, and whether that was after everything it has asked for was answered.
() => {
    const ASKED = ['fetch', 'xmlhttprequest'], begun = performance.now();
    const all = root => [...root.querySelectorAll('*')].flatMap(each => each.shadowRoot ? [each.shadowRoot, ...all(each.shadowRoot)] : []);
    let written = 0;
    const observer = new MutationObserver(() => { written = performance.now(); });
    for (const root of [document, ...all(document)])
        observer.observe(root, {subtree: true, childList: true, characterData: true});
    const answers = () => performance.getEntriesByType('resource')
        .filter(each => ASKED.includes(each.initiatorType) && each.startTime >= begun).map(each => each.responseEnd);
    return {
        reacted: () => written > Math.max(begun, ...answers()),
        end: () => observer.disconnect(),
    };
}
