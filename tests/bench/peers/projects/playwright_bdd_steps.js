// playwright-bdd: a walk for the scenario, a sentence, a call.
const {createBdd, test: base} = require('playwright-bdd');
const {Walk, stamp, steps} = require('./walking.js');

const test = base.extend({
    walk: async ({browser}, use, {title}) => {
        stamp('begun');
        const walk = await Walk.begin(browser, title);
        await use(walk);
        await walk.end();
        stamp('ended');
    },
});
const {Step} = createBdd(test);

const carriers = {
    0: deed => async ({walk}) => { await walk[deed](); },
    1: deed => async ({walk}, first) => { await walk[deed](first); },
    2: deed => async ({walk}, first, second) => { await walk[deed](first, second); },
};
for (const {expression, deed, places} of steps) Step(expression, carriers[places](deed));

module.exports = {test};
