// What a person reads on the screen in front, in the order in which it is read; beside the parts of the eyes.
const LONG = 120;  // letters; whatever is longer is no caption of anything to press
const isCandidate = each => !each.matches('label, html, body') && (isControl(each) || points(each) || acts(each) || isDelegated(each));
const hiddenName = each => one(each.ariaLabel || each.title)
    || itself(each).flatMap(inside => [one(inside.title), ...pictured(inside).map(one), ...hinted(inside).map(one)]).find(Boolean) || '';
const pressedName = each => /\p{L}/u.test(words(each)) ? words(each) : hiddenName(each) || words(each);
// What something to press holds besides: another thing to press with other words, or a field. Then it is no button itself.
const isHolder = (each, fields) => words(each).length > LONG || fields.some(field => field !== each && holds(each, field))
    || elements(each).some(inside => isCandidate(inside) && shown(inside) && pressedName(inside) && pressedName(inside) !== pressedName(each));
const fieldName = each => one(each.labels?.[0] ? words(each.labels[0]) : '') || one(each.ariaLabel) || named(each)
    || one(hintOf(each)) || one(each.title);
// Fields that are no form's: what is written in them stands on the page as any other text does, and belongs to who writes it.
const TEXT_ROLES = '[role=textbox], [role=searchbox], [role=spinbutton]';
const isText = each => !('value' in each) && (each.isContentEditable && !each.parentElement?.isContentEditable || each.matches(TEXT_ROLES));
const isWritten = each => isText(each) || !('value' in each) && each.matches('[role=combobox]');
const ground = () => {
    const found = front(document);
    return found === document ? document.documentElement : found;
};
const readOff = root => {
    const fields = typed(root), captions = [];
    let line = '';
    const say = (kind, text) => { if (one(text) && one(text) !== '✕') captions.push({kind, text: one(text)}); };
    const flush = () => { say('text', line); line = ''; };
    const visit = each => {
        if (each.matches('script, style, template, noscript, head, iframe, object, svg') || !mayBeSeen(each)) return;
        if (each !== root && style(each).position === 'fixed' && isBar(each)) return;
        if (fields.includes(each) || each.matches(BOXES) || isText(each)) { flush(); say('field', fieldName(each)); return; }
        if (each.matches('input, select, textarea, option')) return;
        if (each !== root && isCandidate(each) && shown(each) && !isHolder(each, fields) && pressedName(each)) {
            flush(); say('button', pressedName(each)); return;
        }
        if (each.localName === 'img') { say('text', each.alt); return; }
        const apart = LINE_OF_ITS_OWN.test(style(each).display);
        if (apart || each.localName === 'br') flush();
        for (const node of inner(each)) {
            if (node.nodeType === Node.TEXT_NODE && shown(each)) line += node.data.replace(/\s+/g, ' ');
            if (node.nodeType === Node.ELEMENT_NODE) visit(node);
        }
        if (apart) flush();
    };
    visit(root);
    flush();
    return captions;
};
// Its children may be seen where the element itself has no box.
const mayBeSeen = each => style(each).display === 'contents' || shown(each) || each.localName === 'slot'
    || style(each).visibility !== 'visible' && style(each).display !== 'none';
const sighting = () => {
    const root = ground(), layered = root !== document.documentElement;
    if (layered && calendars(root).length) return null;
    const title = titleInFront(document), seen = new Set();
    // Behind a bar that has to be sent away first nobody has seen anything yet.
    if (elements(document).some(each => style(each).position === 'fixed' && isBar(each) && lines(each).includes(title))) return null;
    const captions = readOff(root).filter(({kind, text}) => {
        if (seen.has(text) || kind === 'text' && text === title) return false;
        seen.add(text);
        return true;
    });
    return {title, captions, layered, address: location.href};
};
