// Whether something says, or shows, that more is still to come.
const isBusy = (() => {
    const BUSY = '[aria-busy=true], [role=progressbar], progress:not([value])';
    const SAYS_BUSY = /(^|[-_\s])[a-z]*(skeleton|spinner|loader|loading|preloader|shimmer|placeholder-glow)([-_\s\d]|$)/i;
    const TELLS_BUSY = /^\s*(загрузка|загружа|подождите|секунду|минутку)/i;
    // What shimmers or turns for ever in a place of its own, where no words are, stands for what is still to come.
    const LARGE = [200, 60], LEVELS = 4;
    const above = each => each.parentElement ?? each.getRootNode().host;
    const isLarge = box => box.width >= LARGE[0] && box.height >= LARGE[1];
    const moves = each => getComputedStyle(each).animationIterationCount.includes('infinite')
        && getComputedStyle(each).animationName !== 'none' && !each.textContent.trim();
    const holdsPlace = each => {
        for (let outer = each, level = 0; outer && level < LEVELS && !outer.innerText?.trim(); outer = above(outer), level++)
            if (isLarge(outer.getBoundingClientRect())) return true;
        return false;
    };
    return each => (each.matches(BUSY) || !each.childElementCount && TELLS_BUSY.test(each.textContent) || SAYS_BUSY.test(each.getAttribute('class') ?? '')
        || moves(each) && holdsPlace(each))
        && each.checkVisibility({opacityProperty: true, visibilityProperty: true}) && each.getBoundingClientRect().width > 1;
})();
const isAnythingBusy = root => [...root.querySelectorAll('*')].some(each => isBusy(each) || each.shadowRoot && isAnythingBusy(each.shadowRoot));
