// Plays VS Code for the extension: gives it a `vscode` of its own, opens a file, asks, and prints what came of it.
'use strict';

const Module = require('module');
const path = require('path');
const {pathToFileURL} = require('url');

const [extension, root, python, text] = process.argv.slice(2);
const providers = {}, events = {}, messages = [];
let told, hear = null;

class Value {
    constructor(...of) { this.of = of; }
}
class Range {
    constructor(line, character, endLine, endCharacter) {
        this.start = {line, character};
        this.end = {line: endLine, character: endCharacter};
    }
}
class WorkspaceEdit {
    constructor() { this.made = []; }
    replace(uri, range, newText) { this.made.push({uri: String(uri), range, newText}); }
}
class Uri {
    constructor(address) { this.address = address; }
    toString() { return this.address; }
    static parse(address) { return new Uri(address); }
    static file(name) { return new Uri(pathToFileURL(name).href); }
}
const listening = name => listener => { events[name] = listener; return {}; };
const providing = name => (selector, provider) => { providers[name] = provider; return {}; };
const document = {
    languageId: 'feature', version: 1, uri: new Uri('file:///tmp/a.feature'), getText: () => text,
};
const declared = require(path.join(extension, 'package.json')).contributes.configuration.properties;
const vscode = {
    Uri, Range, WorkspaceEdit,
    CompletionItem: Value, CompletionList: Value, Hover: Value, Location: Value, TextEdit: Value,
    MarkdownString: Value, SnippetString: Value, Diagnostic: Value, CodeAction: Value,
    CodeActionKind: {QuickFix: 'quickfix'}, DiagnosticSeverity: {Error: 0, Warning: 1, Information: 2, Hint: 3},
    workspace: {
        workspaceFolders: [{uri: {fsPath: root}}], textDocuments: [document],
        getConfiguration: section => ({
            // what is declared, with the Python of this test in the place of the one in PATH
            get: key => [python, ...declared[`${section}.${key}`].default.slice(1)],
        }),
        onDidOpenTextDocument: listening('open'), onDidChangeTextDocument: listening('change'),
        onDidSaveTextDocument: listening('save'), onDidCloseTextDocument: listening('close'),
    },
    window: {
        createOutputChannel: () => ({append: text => process.stderr.write(text), appendLine: console.error, show() {}}),
        showErrorMessage: async text => { messages.push(text); },
    },
    languages: {
        createDiagnosticCollection: () => ({clear() {}, set(uri, found) { told = found; hear?.(); }}),
        registerCompletionItemProvider: providing('completion'), registerHoverProvider: providing('hover'),
        registerDefinitionProvider: providing('definition'), registerRenameProvider: providing('rename'),
        registerCodeActionsProvider: providing('actions'),
        registerDocumentFormattingEditProvider: providing('formatting'),
    },
    commands: {registerCommand: () => ({})},
};
const load = Module._load;
Module._load = (name, ...rest) => name === 'vscode' ? vscode : load(name, ...rest);
const nextFindings = () => new Promise(heard => { hear = heard; });

const {activate, deactivate} = require(path.join(extension, 'extension.js'));

(async () => {
    const first = nextFindings();
    await activate({subscriptions: []});
    await first;
    const pressing = {line: 4, character: 12}, seeing = {line: 5, character: 15}, name = {line: 3, character: 14};
    const [items] = (await providers.completion.provideCompletionItems(document, pressing)).of;
    const [words] = (await providers.hover.provideHover(document, seeing)).of;
    const [place] = await providers.definition.provideDefinition(document, seeing);
    const change = await providers.rename.provideRenameEdits(document, name, 'Другое');
    const wrong = {start: pressing, end: pressing};
    const actions = await providers.actions.provideCodeActions(document, wrong, {diagnostics: []});
    const refused = await providers.rename.provideRenameEdits(document, name, ' ').catch(error => error.message);
    const formatted = await providers.formatting.provideDocumentFormattingEdits(document, {tabSize: 2, insertSpaces: true});
    const again = nextFindings();
    events.change({document: {...document, version: 2, getText: () => text.replace('нажмите', 'нажимаю')}});
    const before = told;
    await again;
    const answers = {
        before, after: told, items: items.map(each => [each.of[0], each.insertText, each.range]),
        hover: words.of[0], definition: String(place.of[0]), change: change.made,
        actions: actions.map(each => each.of[0]), refused, messages, formatted,
    };
    process.stdout.write(JSON.stringify(answers));
})().catch(error => { console.error(error); process.exitCode = 1; }).finally(deactivate);
