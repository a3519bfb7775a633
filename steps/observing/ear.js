// Runs in every page and frame before its own scripts: tells in the console what is done, with the screen it is done on.
(() => {
    const say = console.debug.bind(console);
    let told = '';
    const tell = (verb, element, value) => {
        memory = {};
        const screen = sighting();
        memory = {};
        say('svyazka:did ' + JSON.stringify({verb, label: verb === 'press' ? pressedName(element) : fieldName(element), value, screen}));
    };
    const touched = event => event.composedPath().find(each => each.nodeType === Node.ELEMENT_NODE);
    addEventListener('pointerdown', event => {
        if (!event.isTrusted || !document.body) return;
        memory = {};
        const aim = [...climbing(touched(event))].find(each => isCandidate(each) && pressedName(each).length < LONG);
        if (aim) tell('press', aim, '');
    }, true);
    addEventListener('keydown', event => { if (event.isTrusted && event.key === 'Enter') tell('enter', touched(event), ''); }, true);
    const filled = event => {
        const field = touched(event);
        if (!field?.matches?.('input, textarea, select') || field.value === told) return;
        told = field.value;
        tell(field.matches('select') ? 'choose' : field.matches('[type=checkbox], [type=radio]') ? 'tick' : 'fill', field, field.value);
    };
    addEventListener('change', filled, true);
    addEventListener('focusout', filled, true);
})();
