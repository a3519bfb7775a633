// cucumber-js: a browser for the run, a walk for the scenario, a sentence, a call.
const {After, AfterAll, Before, BeforeAll, defineStep} = require('@cucumber/cucumber');
const {chromium} = require('playwright');
const {Walk, launching, stamp, steps} = require('./walking.js');

let browser;
BeforeAll(async () => { browser = await chromium.launch(launching); });
AfterAll(async () => { await browser.close(); });
Before(async function ({pickle}) { stamp('begun'); this.walk = await Walk.begin(browser, pickle.name); });
After(async function () { await this.walk.end(); stamp('ended'); });

const carriers = {
    0: deed => async function () { await this.walk[deed](); },
    1: deed => async function (first) { await this.walk[deed](first); },
    2: deed => async function (first, second) { await this.walk[deed](first, second); },
};
for (const {expression, deed, places} of steps) defineStep(expression, carriers[places](deed));
