// Runs in every page and frame before its own scripts: tells in the console what is done, with the screen it is done on.
(() => {
    const say = console.debug.bind(console), dirty = new Set();
    const tell = (verb, element, value) => {
        memory = {};
        const screen = sighting();
        memory = {};
        say('svyazka:did ' + JSON.stringify({verb, label: verb === 'press' ? pressedName(element) : fieldName(element), value, screen}));
    };
    const touched = event => event.composedPath().find(each => each.nodeType === Node.ELEMENT_NODE);
    // A change inside a shadow root stays there, an input does not: fields are told of when something else is done.
    const flush = () => {
        for (const field of [...dirty]) {
            dirty.delete(field);
            tell(field.matches('select') ? 'choose' : field.matches(BOXES) ? 'tick' : 'fill', field, field.value);
        }
    };
    addEventListener('input', event => {
        const field = touched(event);
        if (field?.matches?.('input, textarea, select')) dirty.add(field);
    }, true);
    addEventListener('pointerdown', event => {
        if (!event.isTrusted || !document.body) return;
        flush();
        memory = {};
        const aim = [...climbing(touched(event))].find(each => isCandidate(each) && pressedName(each).length < LONG);
        if (aim) tell('press', aim, '');
    }, true);
    addEventListener('keydown', event => {
        if (!event.isTrusted || event.key !== 'Enter') return;
        flush();
        tell('enter', touched(event), '');
    }, true);
    for (const left of ['change', 'focusout', 'pagehide']) addEventListener(left, flush, true);
})();
