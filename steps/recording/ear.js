// Tells in the console what a person does on this page. What would press something is held until whoever listens has
// found it again by its words, and does it instead; typing, ticking and choosing go on undisturbed.
(() => {
    if (window[Symbol.for('svyazka')]) return;
    const say = console.debug.bind(console), page = String(Math.random()).slice(2);
    const kept = [], dirty = new Set();
    const PRESSABLE = 'button, a[href], summary, [role=button], [role=link], '
        + 'input[type=submit], input[type=button], input[type=reset], input[type=image]';
    const TYPED = 'input:not([type=checkbox], [type=radio], [type=file], [type=submit], [type=button], [type=reset], '
        + '[type=image]), textarea';
    const one = text => (text ?? '').replace(/\s+/g, ' ').trim();

    const number = element => kept.includes(element) ? kept.indexOf(element) : kept.push(element) - 1;
    const caption = (label, control) => {  // a label around its field has its words and not those of the field
        const copy = label.cloneNode(true);
        copy.querySelectorAll('input, select, textarea').forEach(each => each.remove());
        return label.contains(control) ? copy.textContent : label.innerText;
    };
    const pictured = element => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll('img[alt]').forEach(each => each.replaceWith(each.alt));
        return copy.textContent;
    };
    const names = element => {
        const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
        const by = ids.map(id => element.getRootNode().getElementById(id)?.textContent).join(' ');
        const labels = [...(element.labels ?? [])].flatMap(label => [caption(label, element), label.innerText]);
        const own = element.matches(PRESSABLE) ? [element.innerText, pictured(element), element.value, element.alt] : [];
        return [...new Set([by, element.ariaLabel, ...labels, ...own, element.title].map(one).filter(Boolean))];
    };
    // Whoever opens what is seen has more than one text to choose from: its own and that of everything around it.
    const texts = element => {
        const around = [];
        for (let each = element; each && each !== document.body && around.length < 6; each = each.parentElement)
            around.push(one(each.innerText ?? each.textContent));
        return [...new Set(around.filter(text => text && text.length < 400))];
    };
    // Where it stands, as a person says it: in which window, in which line, under which words; the nearest first.
    const within = element => {
        const parts = [], say = (where, name) => { if (one(name)) parts.push([where, one(name)]); };
        const dialog = element.closest('dialog, [role=dialog], [role=alertdialog]');
        if (dialog) { say('в окне', dialog.ariaLabel); say('в окне', dialog.querySelector('h1, h2, h3, h4, h5, h6')?.innerText); }
        const line = element.closest('li, tr, [role=listitem], [role=row]');
        for (const each of line?.querySelectorAll('*') ?? [])
            if (!each.childElementCount && !element.contains(each)) say('в строке', each.textContent);
        for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
            say('под надписью', each.ariaLabel);
            say('под надписью', each.querySelector(':scope > :is(h1, h2, h3, h4, h5, h6, legend)')?.innerText);
        }
        return parts;
    };
    const tell = (what, element, more = {}) => say('svyazka:heard ' + JSON.stringify({
        what, page, element: element ? number(element) : -1, names: element ? names(element) : [],
        parts: element ? within(element) : [], ...more,
    }));
    const changed = field => {
        if (!dirty.delete(field)) return;
        if (!field.matches('select')) tell('fill', field, {value: field.value, date: field.type === 'date'});
        else tell('choose', field, {value: one(field.selectedOptions[0]?.label), several: field.multiple});
    };
    const flush = () => [...dirty].forEach(changed);
    // These change with every key on the way to what is meant: what counts is what they hold when they are left.
    const UNFINISHED = 'select, [type=date], [type=time], [type=month], [type=week], [type=datetime-local], '
        + '[type=number], [type=range], [type=color]';

    const ear = {
        page, letting: window[Symbol.for('svyazka:let')] ?? 0, checking: false, toolbar: null, tell,
        kept: (asked, index) => asked === page ? kept[index] ?? null : null,
        let: wanted => { ear.letting = Math.max(0, ear.letting + (wanted ? 1 : -1)); ear.toolbar?.yield(ear.letting > 0); },
        check: element => {
            const field = element.closest('input, select, textarea') ?? element.closest('label')?.control;
            const pressable = element.closest(PRESSABLE);
            const aim = field ?? pressable ?? element;
            const alerted = Boolean(element.closest('[role=alert], [role=status]'));
            const chosen = field?.selectedOptions?.[0];
            tell('check', aim, {
                as: field ? 'field' : pressable ? 'button' : element.closest('h1') ? 'heading' : 'text',
                alerted, texts: texts(element), value: chosen ? one(chosen.label) : field?.value ?? '',
                date: field?.type === 'date',
            });
        },
    };
    Object.defineProperty(window, Symbol.for('svyazka'), {value: ear});

    const stop = event => { event.stopImmediatePropagation(); if (event.cancelable) event.preventDefault(); };
    const touched = event => event.composedPath()[0];
    const element = event => touched(event).closest ? touched(event) : touched(event).parentElement;

    const point = event => {
        if (ear.letting || !event.isTrusted) return;
        if (ear.toolbar?.hears(event)) return;
        if (event.altKey || ear.checking) {
            stop(event);
            if (event.type !== 'click') return;
            flush();
            ear.checking = false;
            ear.toolbar?.show('');
            ear.check(element(event));
            return;
        }
        const aim = element(event)?.closest(PRESSABLE);
        if (event.type === 'click' && !aim) odd(event);
        if (!aim || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
        event.stopImmediatePropagation();
        if (event.type !== 'click') return;
        event.preventDefault();
        flush();
        tell(event.detail > 1 ? 'press_again' : 'press', aim, {address: aim.href ?? '', clicks: event.detail});
    };
    // Something that is pressed although nobody can see by its role that it may be.
    const odd = event => {
        const aim = element(event);
        if (!aim || aim.closest('input, select, textarea, label, option') || aim === document.body) return;
        if (aim.closest('[role]:not(main, nav, [role=alert], [role=status])') || getComputedStyle(aim).cursor === 'pointer')
            tell('odd', aim, {texts: texts(aim)});
    };
    for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'dblclick'])
        addEventListener(kind, point, true);
    addEventListener('auxclick', event => {
        const aim = element(event)?.closest(PRESSABLE);
        if (!ear.letting && event.isTrusted && aim && event.button === 1) tell('odd', aim, {texts: texts(aim)});
    }, true);

    addEventListener('focusin', event => {
        if (ear.letting || ear.toolbar?.hears(event)) return;
        if (touched(event).matches?.('input, select, textarea')) tell('approach', touched(event));
    }, true);
    addEventListener('input', event => {
        if (ear.letting || !event.isTrusted || ear.toolbar?.hears(event)) return;
        if (touched(event).matches?.(TYPED)) dirty.add(touched(event));
    }, true);
    addEventListener('change', event => {
        const field = touched(event);
        if (ear.letting || ear.toolbar?.hears(event)) return;
        if (field.matches(UNFINISHED)) { if (event.isTrusted) dirty.add(field); }
        else if (field.matches(TYPED)) changed(field);
        else if (!event.isTrusted) return;
        else if (field.matches('[type=checkbox], [type=radio]')) tell(field.checked ? 'tick' : 'untick', field);
        else tell('odd', field, {texts: []});
    }, true);
    addEventListener('focusout', event => { if (!ear.toolbar?.hears(event)) changed(touched(event)); }, true);
    for (const leaving of ['beforeunload', 'pagehide']) addEventListener(leaving, flush, true);
    let entered = -Infinity;
    addEventListener('submit', event => {
        const by_hand = event.timeStamp - entered < 100;
        if (!ear.letting && by_hand && !event.submitter) { flush(); tell('enter', event.target); }
    }, true);
    addEventListener('keydown', event => {
        if (ear.letting || ear.toolbar?.hears(event)) return;
        if (event.key === 'Enter') entered = event.timeStamp;
        if (event.key === 'F2') { stop(event); ear.toolbar?.enter(); }
        else if (event.key === 'Enter' && (ear.checking || event.altKey)) {
            stop(event);
            ear.checking = false;
            ear.check(touched(event));
        }
    }, true);
    for (const kind of ['keyup', 'keypress', 'beforeinput', 'paste', 'copy', 'cut', 'wheel', 'contextmenu'])
        addEventListener(kind, event => { ear.toolbar?.hears(event); }, true);

    // What the page does itself is none of the person's doing.
    const close = window.close.bind(window);
    window.close = () => { tell('closes'); close(); };
    for (const way of ['back', 'forward', 'go']) {
        const go = history[way].bind(history);
        history[way] = (...far) => { tell('goes'); go(...far); };
    }
})();
