// Joins the language server to VS Code: every question of the editor becomes one of the protocol, every answer one of ours.
'use strict';

const fs = require('fs');
const path = require('path');
const vscode = require('vscode');
const {Connection} = require('./connection');

const LANGUAGE = 'feature';
const SELECTOR = [{language: LANGUAGE, scheme: 'file'}, {language: LANGUAGE, scheme: 'untitled'}];
const SEVERITIES = [undefined, 'Error', 'Warning', 'Information', 'Hint'];
const STARTED_AT_MOST = 3; // in a row, without one answer between
const CAPABILITIES = {
    textDocument: {
        completion: {completionItem: {snippetSupport: true, documentationFormat: ['markdown']}},
        hover: {contentFormat: ['markdown']},
        rename: {prepareSupport: true},
        codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}},
    },
};

let helper = null;

async function activate(context) {
    const folder = folderOf(vscode.workspace.workspaceFolders ?? []);
    if (folder === undefined) return; // scenarios of another project: the colours are all they get
    helper = new Helper(folder, context);
    await helper.start();
}

function deactivate() {
    return helper?.leave();
}

/** The first open folder in which the front door of «Связка» is. */
function folderOf(folders) {
    return folders.map(each => each.uri.fsPath).find(each => fs.existsSync(path.join(each, 'svyazka.py')));
}

function commandFor(platform) {
    const settings = vscode.workspace.getConfiguration('svyazka');
    return settings.get(platform === 'win32' ? 'commandOnWindows' : 'command');
}

class Helper {
    constructor(folder, context) {
        this._folder = folder;
        this._context = context;
        this._log = vscode.window.createOutputChannel('Связка');
        this._found = vscode.languages.createDiagnosticCollection('svyazka');
        this._connection = null;
        this._started = 0;
        this._registered = false;
        context.subscriptions.push(this._log, this._found);
    }

    async start() {
        this._started += 1;
        this._connection = new Connection(commandFor(process.platform), this._folder, {
            told: (method, params) => this._told(method, params),
            ended: why => this._ended(why),
            said: text => this._log.append(text),
        });
        const rootUri = vscode.Uri.file(this._folder).toString();
        try {
            const answer = await this._connection.ask('initialize', {processId: process.pid, rootUri, capabilities: CAPABILITIES});
            this._started = 0;
            this._connection.tell('initialized', {});
            if (!this._registered) this._register(answer.capabilities);
            vscode.workspace.textDocuments.forEach(document => this._open(document));
        } catch (error) {
            this._log.appendLine(error.message); // its end is told of by itself
        }
    }

    leave() {
        return this._connection?.leave();
    }

    _register(able) {
        this._registered = true;
        const {languages, workspace, commands} = vscode;
        const triggers = able.completionProvider?.triggerCharacters ?? [];
        this._context.subscriptions.push(
            workspace.onDidOpenTextDocument(document => this._open(document)),
            workspace.onDidChangeTextDocument(event => this._change(event.document)),
            workspace.onDidSaveTextDocument(document => this._about(document, 'didSave')),
            workspace.onDidCloseTextDocument(document => this._about(document, 'didClose')),
            languages.registerCompletionItemProvider(SELECTOR, {provideCompletionItems: this._complete.bind(this)}, ...triggers),
            languages.registerHoverProvider(SELECTOR, {provideHover: this._hover.bind(this)}),
            languages.registerDefinitionProvider(SELECTOR, {provideDefinition: this._define.bind(this)}),
            languages.registerRenameProvider(SELECTOR, {
                prepareRename: this._prepareRename.bind(this),
                provideRenameEdits: this._rename.bind(this),
            }),
            languages.registerCodeActionsProvider(SELECTOR, {provideCodeActions: this._mend.bind(this)}),
            commands.registerCommand('svyazka.restart', () => this._again()),
        );
        if (able.documentFormattingProvider) {
            const provider = {provideDocumentFormattingEdits: this._format.bind(this)};
            this._context.subscriptions.push(languages.registerDocumentFormattingEditProvider(SELECTOR, provider));
        }
    }

    async _again() {
        await this.leave();
        this._found.clear();
        this._started = 0;
        await this.start();
    }

    async _ended(why) {
        this._found.clear();
        this._log.appendLine(`Помощник остановился: ${why}`);
        if (this._started < STARTED_AT_MOST && this._registered) return this.start();
        const again = 'Запустить снова', log = 'Показать журнал';
        const chosen = await vscode.window.showErrorMessage('Помощник «Связки» не работает. Проверьте, что команда «python3 svyazka.py doctor» не находит нехватки.', again, log);
        if (chosen === again) await this._again();
        if (chosen === log) this._log.show();
    }

    _told(method, params) {
        if (method === 'window/showMessage') vscode.window.showErrorMessage(params.message);
        if (method !== 'textDocument/publishDiagnostics') return;
        this._found.set(vscode.Uri.parse(params.uri), params.diagnostics.map(diagnosticOf));
    }

    _open(document) {
        if (document.languageId !== LANGUAGE) return;
        const {version} = document;
        const textDocument = {uri: document.uri.toString(), languageId: LANGUAGE, version, text: document.getText()};
        this._connection.tell('textDocument/didOpen', {textDocument});
    }

    _change(document) {
        if (document.languageId !== LANGUAGE) return;
        const textDocument = {uri: document.uri.toString(), version: document.version};
        this._connection.tell('textDocument/didChange', {textDocument, contentChanges: [{text: document.getText()}]});
    }

    _about(document, what) {
        if (document.languageId === LANGUAGE) this._connection.tell(`textDocument/${what}`, {textDocument: {uri: document.uri.toString()}});
    }

    _ask(method, document, position, more = {}) {
        const textDocument = {uri: document.uri.toString()};
        const place = position && {position: {line: position.line, character: position.character}};
        return this._connection.ask(`textDocument/${method}`, {textDocument, ...place, ...more});
    }

    async _complete(document, position) {
        const answer = await this._ask('completion', document, position);
        return answer && new vscode.CompletionList(answer.items.map(itemOf), answer.isIncomplete);
    }

    async _hover(document, position) {
        const answer = await this._ask('hover', document, position);
        return answer && new vscode.Hover(new vscode.MarkdownString(answer.contents.value), rangeOf(answer.range));
    }

    async _define(document, position) {
        const answer = await this._ask('definition', document, position);
        return (answer ?? []).map(each => new vscode.Location(vscode.Uri.parse(each.uri), rangeOf(each.range)));
    }

    async _prepareRename(document, position) {
        const answer = await this._ask('prepareRename', document, position);
        if (!answer) throw new Error('Переименовать можно сценарий: поставьте курсор на его название');
        return rangeOf(answer);
    }

    async _rename(document, position, newName) {
        return changeOf(await this._ask('rename', document, position, {newName}));
    }

    async _format(document, options) {
        const answer = await this._ask('formatting', document, null, {options: {tabSize: options.tabSize, insertSpaces: options.insertSpaces}});
        return (answer ?? []).map(each => new vscode.TextEdit(rangeOf(each.range), each.newText));
    }

    async _mend(document, range, context) {
        const diagnostics = context.diagnostics.map(each => ({range: plain(each.range), message: each.message}));
        const answer = await this._ask('codeAction', document, null, {range: plain(range), context: {diagnostics}});
        return (answer ?? []).map(each => actionOf(each, context.diagnostics));
    }
}

function plain(range) {
    const place = ({line, character}) => ({line, character});
    return {start: place(range.start), end: place(range.end)};
}

function rangeOf({start, end}) {
    return new vscode.Range(start.line, start.character, end.line, end.character);
}

function diagnosticOf(told) {
    const severity = vscode.DiagnosticSeverity[SEVERITIES[told.severity] ?? 'Error'];
    const diagnostic = new vscode.Diagnostic(rangeOf(told.range), told.message, severity);
    const page = told.codeDescription && vscode.Uri.parse(told.codeDescription.href);
    return Object.assign(diagnostic, {code: page ? {value: told.code, target: page} : told.code, source: told.source});
}

function itemOf(told) {
    const item = new vscode.CompletionItem(told.label, told.kind - 1); // VS Code counts the kinds from 0
    const text = told.textEdit.newText;
    return Object.assign(item, {
        detail: told.detail ?? undefined,
        documentation: told.documentation ? new vscode.MarkdownString(told.documentation.value) : undefined,
        sortText: told.sortText,
        filterText: told.filterText,
        range: rangeOf(told.textEdit.range),
        insertText: told.insertTextFormat === 2 ? new vscode.SnippetString(text) : text,
    });
}

function changeOf(told) {
    const change = new vscode.WorkspaceEdit();
    for (const [uri, edits] of Object.entries(told.changes ?? {}))
        for (const each of edits) change.replace(vscode.Uri.parse(uri), rangeOf(each.range), each.newText);
    return change;
}

function actionOf(told, diagnostics) {
    const action = new vscode.CodeAction(told.title, vscode.CodeActionKind.QuickFix);
    const line = told.diagnostics?.[0]?.range.start.line;
    action.diagnostics = diagnostics.filter(each => each.range.start.line === line);
    action.edit = changeOf(told.edit);
    return action;
}

module.exports = {activate, deactivate};
