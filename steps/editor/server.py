"""The language server: takes an editor's questions, asks the functions beside it, and answers."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer

from steps.editor import protocol
from steps.editor.completion import suggestions
from steps.editor.diagnostics import findings
from steps.editor.fixes import fixes
from steps.editor.hover import hover
from steps.editor.jumping import targets
from steps.editor.knowledge import Knowledge, Library
from steps.editor.renaming import NotRenamed, renamable, rename
from steps.editor.text import Text

NAME, VERSION = "svyazka", "1"
BEGINS = ["«", "@", " ", "."]  # typing one of these asks for suggestions


class FeatureServer(LanguageServer):
    """A server that knows the library; every text comes whole, so that none is ever patched wrongly."""

    def __init__(self, library: Library) -> None:
        """Answer out of this library."""
        super().__init__(NAME, VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.library = library

    @property
    def knowledge(self) -> Knowledge:
        """What is known now."""
        return self.library.knowledge()

    def text(self, uri: str) -> Text:
        """Return the text of an open file."""
        return Text(self.workspace.get_text_document(uri).source)

    def tell_findings(self, uri: str) -> None:
        """Underline what is wrong in a file now."""
        text = self.text(uri)
        told = [protocol.diagnostic(text, each) for each in findings(text, name_of(uri), self.knowledge)]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write an error of our own to the log: an author could do nothing about it."""
        logging.getLogger(__name__).error("%s: %s", source, error, exc_info=error)


def name_of(uri: str) -> str:
    """Return the name of a file for what is said of it."""
    return Path(unquote(urlparse(uri).path)).name


def feature_server(library: Library | None = None) -> FeatureServer:
    """Return a server with all its answers."""
    server = FeatureServer(library or Library())
    _follow(server)
    _answer_at_cursor(server)
    _change(server)
    return server


def _follow(server: FeatureServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.tell_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.tell_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.tell_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        nothing = types.PublishDiagnosticsParams(params.text_document.uri, [])
        server.text_document_publish_diagnostics(nothing)


def _answer_at_cursor(server: FeatureServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=BEGINS))
    def complete(params: types.CompletionParams) -> types.CompletionList:
        text, line = server.text(params.text_document.uri), params.position.line
        found = suggestions(text, line, protocol.column(text, params.position), server.knowledge)
        known = server.client_capabilities.text_document
        asked = known and known.completion and known.completion.completion_item
        snippets = bool(asked and asked.snippet_support)
        items = [protocol.item(text, number, each, snippets) for number, each in enumerate(found)]
        return types.CompletionList(is_incomplete=False, items=items)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def tell(params: types.HoverParams) -> types.Hover | None:
        text, line = server.text(params.text_document.uri), params.position.line
        told = hover(text, line, protocol.column(text, params.position), server.knowledge)
        if told is None:
            return None
        words = types.MarkupContent(types.MarkupKind.Markdown, told.words)
        return types.Hover(words, protocol.range_of(text, told.span))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def jump(params: types.DefinitionParams) -> list[types.Location]:
        text, line = server.text(params.text_document.uri), params.position.line
        found = targets(text, line, protocol.column(text, params.position), server.knowledge)
        return [protocol.location(each) for each in found]


def _change(server: FeatureServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.Range | None:
        text = server.text(params.text_document.uri)
        span = renamable(text, params.position.line)
        return protocol.range_of(text, span) if span else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def give_name(params: types.RenameParams) -> types.WorkspaceEdit:
        uri = params.text_document.uri
        text = server.text(uri)
        try:
            edit = rename(text, params.position.line, params.new_name)
        except NotRenamed as problem:
            raise JsonRpcInvalidParams(str(problem)) from problem
        return types.WorkspaceEdit(changes={uri: [protocol.edit_of(text, edit)]})

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def mend(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        text, line = server.text(uri), params.range.start.line
        of = [each for each in params.context.diagnostics if each.range.start.line == line]
        return [protocol.action(uri, text, fix, of) for fix in fixes(text, line, server.knowledge)]
