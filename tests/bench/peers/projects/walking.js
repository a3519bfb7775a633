// What the JavaScript peers do in a browser: the same calls as in walking.py.
const fs = require('fs'), path = require('path'), {threadId} = require('worker_threads');
const {expect} = require('@playwright/test');

const PLAN = JSON.parse(fs.readFileSync(process.env.BENCH_PLAN, 'utf8'));
const SENTENCES = JSON.parse(fs.readFileSync(path.join(__dirname, 'sentences.json'), 'utf8'));

const stamp = what => fs.appendFileSync(PLAN.stamps, `${what} ${process.pid}.${threadId} ${Date.now() / 1000}\n`);
const launching = {executablePath: PLAN.executable, args: PLAN.arguments};

class Walk {
    static async begin(browser, scenario) {
        const walk = new Walk();
        walk.person = PLAN.people[scenario];
        const userAgent = `${PLAN.agent} ${walk.person.token}`;
        walk.context = await browser.newContext(
            {userAgent, ignoreHTTPSErrors: true, locale: 'ru-RU', viewport: PLAN.window});
        walk.page = await walk.context.newPage();
        return walk;
    }
    async end() { await this.context.close(); }
    async nothing() {}
    async open(address) { stamp('acted'); await this.page.goto(address, {waitUntil: 'domcontentloaded'}); }
    async press(name) { await this.control(name).click(); }
    async fill_own(what, label) { await this.fill(this.person[what], label); }
    async fill(value, label) { await this.page.getByLabel(label, {exact: true}).fill(value); }
    async read_code() {
        const phone = await this.context.newPage();
        await phone.goto(`https://phone.svyazka.test/${this.person.number}`, {waitUntil: 'domcontentloaded'});
        this.code = (await phone.getByRole('listitem').allInnerTexts())[0].match(/\d{6}/)[0];
    }
    async fill_code(label) { await this.fill(this.code, label); }
    async see_at_top_right(name) {
        const icon = this.control(name);
        await expect(icon).toBeVisible();
        const box = await icon.boundingBox();
        expect(box.x).toBeGreaterThan(PLAN.window.width * 0.75);
        expect(box.y).toBeLessThan(PLAN.window.height * 0.25);
    }
    async see_screen(title) {
        await expect(this.page.getByRole('heading', {level: 1, name: title, exact: true})).toBeVisible();
    }
    async see_control(name) { await expect(this.control(name)).toBeVisible(); }
    async see(text) { await expect(this.page.getByText(text, {exact: true}).first()).toBeVisible(); }
    async see_own_name(words) { await this.see(`${words} ${this.person.name}`); }
    async see_own_data() {
        for (const [label, value] of Object.entries(this.person.data))
            await expect(this.page.getByLabel(label, {exact: true})).toHaveValue(value);
    }
    async fill_in_own_data() {
        for (const [label, value] of Object.entries(this.person.data)) {
            const field = this.page.getByLabel(label, {exact: true});
            await (label === 'Пол' ? field.selectOption(value) : field.fill(value));
        }
    }
    control(name) {
        return this.page.getByRole(PLAN.links.includes(name) ? 'link' : 'button', {name, exact: true});
    }
}

// Each sentence with a function that takes the walk and as many words as the sentence has places.
const steps = Object.entries(SENTENCES).map(([pattern, deed]) => {
    const places = (pattern.match(/\(/g) || []).length;
    return {expression: new RegExp(`^${pattern}$`), deed, places};
});

module.exports = {Walk, launching, stamp, steps};
