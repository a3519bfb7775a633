// Runs in every page and frame before its own scripts: tells in the console what is done, with the screen it is done on.
(() => {
    const say = console.debug.bind(console), dirty = new Set();
    const tell = (verb, label, values) => {
        memory = {};
        const screen = sighting();
        memory = {};
        say('svyazka:did ' + JSON.stringify({verb, label, values, screen}));
    };
    const touched = event => event.composedPath().find(each => each.nodeType === Node.ELEMENT_NODE);
    const field = event => event.composedPath().find(each => each.matches?.('input, textarea, select') || each.matches && isWritten(each));
    const typedIn = each => each.matches(BOXES) ? '' : each.value ?? each.innerText ?? each.textContent;
    // A change inside a shadow root stays there, an input does not: fields are told of when something else is done. What
    // all of them hold comes with the first: the screen that is told with it may say any of it once more.
    const flush = () => {
        const values = [...dirty].flatMap(each => typedIn(each).split('\n'));
        for (const each of [...dirty]) {
            dirty.delete(each);
            tell(each.matches('select') ? 'choose' : each.matches(BOXES) ? 'tick' : 'fill', fieldName(each), values);
        }
    };
    // While something is typed that is not told yet, nobody may write down what is read: it may stand anywhere on the page.
    window[Symbol.for('svyazka:untold')] = now => {
        const some = dirty.size > 0;
        memory = {};
        if (now || [...dirty].some(each => !each.isConnected || !shown(each))) flush();
        memory = {};
        return some;
    };
    addEventListener('input', event => { if (field(event)) dirty.add(field(event)); }, true);
    addEventListener('pointerdown', event => {
        if (!event.isTrusted || !document.body) return;
        flush();
        memory = {};
        const written = event.composedPath().find(each => each.matches && isText(each));
        if (written) { tell('press', fieldName(written), []); return; }
        const aim = [...climbing(touched(event))].find(each => isCandidate(each) && pressedName(each).length < LONG);
        if (aim) tell('press', pressedName(aim), []);
    }, true);
    addEventListener('keydown', event => {
        if (!event.isTrusted) return;
        const own = field(event);
        if (event.key !== 'Enter') { if (own && isWritten(own)) dirty.add(own); return; }
        flush();
        tell('enter', own ? fieldName(own) : pressedName(touched(event)), []);
    }, true);
    for (const left of ['change', 'focusout', 'pagehide']) addEventListener(left, flush, true);
})();
