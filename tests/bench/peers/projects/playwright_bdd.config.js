// playwright-bdd: features become tests of Playwright's own runner.
const {defineConfig} = require('@playwright/test');
const {defineBddConfig} = require('playwright-bdd');
const {launching} = require('./walking.js');

const testDir = defineBddConfig({features: 'features/*.feature', steps: 'playwright_bdd_steps.js', language: 'ru'});
module.exports = defineConfig({
    testDir, fullyParallel: true, reporter: 'line', use: {browserName: 'chromium', launchOptions: launching},
});
