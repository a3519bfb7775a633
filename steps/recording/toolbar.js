// The strip at the lower edge by which a person steers the recording. It lies in a shadow that nobody can look into, so
// it is no part of the page's words; what is done in it never reaches the page's own listeners.
(() => {
    const ear = window[Symbol.for('svyazka')];
    if (window !== window.top || !ear || ear.toolbar) return;
    const make = (tag, more = {}, ...inside) => {
        const made = Object.assign(document.createElement(tag), more);
        made.append(...inside);
        return made;
    };
    const host = make('svyazka-recording'), shadow = host.attachShadow({mode: 'closed'});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        :host { all: initial; position: fixed; right: 0; bottom: 0; z-index: 2147483647; max-width: 100vw; opacity: .96;
            font: 14px/1.4 sans-serif; color: #fff; background: #243447; border-radius: 8px 0 0 0; padding: 6px 10px; }
        :host([yielding]) { pointer-events: none; }
        div { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; }
        button, select, input { font: inherit; color: #111; background: #fff; border: 1px solid #fff; border-radius: 4px;
            padding: 2px 8px; max-width: 15em; }
        :focus-visible { outline: 3px solid #ffd54a; outline-offset: 1px; }
        [aria-pressed=true] { background: #ffd54a; }
        p { margin: 4px 0 0; max-width: 60em; }
        [hidden] { display: none; }`);
    shadow.adoptedStyleSheets = [sheet];

    const button = (text, act, title = '') => make('button', {type: 'button', textContent: text, act, title});
    const list = (label, options) => {
        const made = make('select', {ariaLabel: label});
        made.append(new Option(label, ''), ...options.map(([text, value]) => new Option(text, value)));
        return made;
    };
    const told = make('p', {role: 'status'});
    const words = make('input', {ariaLabel: 'Своё предложение', placeholder: 'Когда проходит 2 минуты', size: 24});
    const own = list('Вписать в поле', OWN);
    const who = list('Кто дальше', WHO);
    const seen = list('Проверить из списка', []);
    const look = button('Проверить', () => {
        ear.checking = !ear.checking;
        told.textContent = ear.checking ? 'Нажмите на то, что человек должен увидеть.' : '';
        look.ariaPressed = String(ear.checking);
    }, 'Или щёлкните, удерживая Alt');
    const strip = make('div', {role: 'toolbar', ariaLabel: 'Запись сценария'},
        look, button('Вижу этот экран', () => ear.check(document.querySelector('h1') ?? document.body)),
        seen, own, who, words, button('Готово', () => ear.tell('end')));
    const fold = button('–', () => {
        strip.hidden = !strip.hidden;
        fold.textContent = strip.hidden ? 'Запись' : '–';
    }, 'Свернуть или показать');
    shadow.append(make('div', {}, fold, strip), told);

    // What may be checked without a mouse: all that has words of its own.
    let offered = [];
    const offer = () => {
        const one = text => (text ?? '').replace(/\s+/g, ' ').trim();
        const own = each => [...each.childNodes].some(node => node.nodeType === Node.TEXT_NODE && one(node.data));
        offered = [...document.body.querySelectorAll('*')].filter(each => each.checkVisibility({visibilityProperty: true})
            && (own(each) || each.matches('input, select, textarea, button, a[href], [role=button]')) && !each.matches('option, script, style'));
        const called = each => one(each.ariaLabel || each.labels?.[0]?.innerText || each.innerText || each.value);
        seen.replaceChildren(new Option('Проверить из списка', ''),
            ...offered.map((each, index) => new Option(called(each).slice(0, 80), String(index))));
    };
    seen.addEventListener('change', () => {
        if (seen.value) ear.check(offered[Number(seen.value)]);
        seen.value = '';
    });
    own.addEventListener('change', () => {
        if (own.value) ear.tell('own', null, {value: own.value});
        own.value = '';
    });
    who.addEventListener('change', () => {
        if (who.value) ear.tell('turn', null, {value: who.value});
        who.value = '';
    });

    ear.toolbar = {
        show: text => { told.textContent = text; look.ariaPressed = 'false'; },
        yield: yielding => host.toggleAttribute('yielding', yielding),
        enter: () => { strip.hidden = false; fold.textContent = '–'; offer(); look.focus(); },
        hears: event => {
            if (event.composedPath()[0] !== host) return false;
            event.stopImmediatePropagation();
            if (event.type === 'pointerdown' && shadow.elementFromPoint(event.clientX, event.clientY) === seen) offer();
            if (event.type === 'click') {
                const at = event.detail ? shadow.elementFromPoint(event.clientX, event.clientY) : shadow.activeElement;
                at?.act?.();
            }
            if (event.type === 'keydown' && event.key === 'Enter' && shadow.activeElement === words && words.value.trim()) {
                ear.tell('say', null, {value: words.value.trim()});
                words.value = '';
            }
            if (event.type === 'keydown' && event.key === 'F2') ear.toolbar.enter();
            if (event.type === 'keydown' && event.key === 'Escape') { shadow.activeElement?.blur(); ear.checking = false; }
            return true;
        },
    };
    ear.toolbar.yield(ear.letting > 0);
    const appear = () => document.documentElement.append(host);
    if (document.readyState !== 'loading') appear(); else addEventListener('DOMContentLoaded', appear, {once: true});
})();
