"""The language server: takes an editor's questions, asks the functions beside it, and answers."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from reports.record.tables import TableUnsound
from steps.editor.completion import suggestions
from steps.editor.diagnostics import Finding, findings
from steps.editor.fixes import fixes
from steps.editor.formatting import formatted
from steps.editor.hover import hover
from steps.editor.jumping import targets
from steps.editor.knowledge import Knowledge, Library
from steps.editor.protocol import Translation, location
from steps.editor.renaming import NotRenamed, renamable, rename
from steps.editor.text import Text
from steps.lint.known import NotLoaded

NAME, VERSION = "svyazka", "1"
PAUSE_SECONDS = 0.15
BEGINS = ["«", "@", " ", "."]  # typing one of these asks for suggestions


class FeatureServer(LanguageServer):
    """A server that knows the library; every text comes whole, so that none is ever patched wrongly."""

    def __init__(self, library: Library) -> None:
        """Answer out of this library."""
        super().__init__(NAME, VERSION, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.library = library
        self._complaints = set[str]()
        self._soon: dict[str, asyncio.TimerHandle] = {}

    @property
    def knowledge(self) -> Knowledge:
        """What is known now."""
        return self.library.knowledge()

    @property
    def snippets(self) -> bool:
        """Whether the editor knows places to fill in."""
        known = self.client_capabilities.text_document
        asked = known and known.completion and known.completion.completion_item
        return bool(asked and asked.snippet_support)

    def translation(self, uri: str) -> Translation:
        """Return the text of an open file, and how to speak of it."""
        encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
        return Translation(
            Text(self.workspace.get_text_document(uri).source), str(getattr(encoding, "value", encoding))
        )

    def findings(self, uri: str) -> list[Finding]:
        """Return what is wrong in a file now."""
        return findings(self.translation(uri).text, name_of(uri, self.knowledge.root), self.knowledge)

    def tell_findings_soon(self, uri: str) -> None:
        """Underline what is wrong when the typing pauses: suggestions must not wait for it."""
        self.forget(uri)
        self._soon[uri] = asyncio.get_running_loop().call_later(PAUSE_SECONDS, self.tell_findings, uri)

    def forget(self, uri: str) -> None:
        """Leave a file alone that was to be looked at soon."""
        if waiting := self._soon.pop(uri, None):
            waiting.cancel()

    def tell_findings(self, uri: str) -> None:
        """Underline what is wrong in a file now."""
        self.forget(uri)
        try:
            found = self.findings(uri)
        except (NotLoaded, TableUnsound) as problem:
            self.complain(str(problem))
            return
        told = [self.translation(uri).diagnostic(each) for each in found]
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))

    def complain(self, message: str) -> None:
        """Show what keeps everything from working, once."""
        if message not in self._complaints:
            self._complaints.add(message)
            shown = types.ShowMessageParams(types.MessageType.Error, message)
            self.window_show_message(shown)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write an error of our own to the log: an author could do nothing about it."""
        logging.getLogger(__name__).error("Не получилось ответить: %s", error)


def name_of(uri: str, root: Path) -> str:
    """Return the name of a file as runs and checks call it: from the project's folder on."""
    path = Path(to_fs_path(uri) or uri)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


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
        server.tell_findings_soon(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        server.tell_findings(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)
        nothing = types.PublishDiagnosticsParams(params.text_document.uri, [])
        server.text_document_publish_diagnostics(nothing)


def _answer_at_cursor(server: FeatureServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=BEGINS))
    def complete(params: types.CompletionParams) -> types.CompletionList:
        speaking, place = server.translation(params.text_document.uri), params.position
        found = suggestions(speaking.text, place.line, speaking.column(place), server.knowledge)
        items = [speaking.item(number, each, server.snippets) for number, each in enumerate(found)]
        return types.CompletionList(is_incomplete=False, items=items)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def tell(params: types.HoverParams) -> types.Hover | None:
        speaking, place = server.translation(params.text_document.uri), params.position
        told = hover(speaking.text, place.line, speaking.column(place), server.knowledge)
        return speaking.hover(told) if told else None

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def jump(params: types.DefinitionParams) -> list[types.Location]:
        speaking, place = server.translation(params.text_document.uri), params.position
        found = targets(speaking.text, place.line, speaking.column(place), server.knowledge)
        return [location(each) for each in found]


def _change(server: FeatureServer) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare(params: types.PrepareRenameParams) -> types.Range | None:
        speaking = server.translation(params.text_document.uri)
        span = renamable(speaking.text, params.position.line)
        return speaking.range(span) if span else None

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def give_name(params: types.RenameParams) -> types.WorkspaceEdit:
        uri = params.text_document.uri
        speaking = server.translation(uri)
        try:
            edit = rename(speaking.text, params.position.line, params.new_name)
        except NotRenamed as problem:
            raise JsonRpcInvalidParams(str(problem)) from problem
        return types.WorkspaceEdit(changes={uri: [speaking.edit(edit)]})

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    def mend(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, line = params.text_document.uri, params.range.start.line
        speaking = server.translation(uri)
        of = [each for each in params.context.diagnostics if each.range.start.line == line]
        found = fixes(speaking.text, line, server.knowledge, server.findings(uri))
        return [speaking.action(uri, fix, of) for fix in found]

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def lay_out(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        uri, knowledge = params.text_document.uri, server.knowledge
        speaking = server.translation(uri)
        edits = formatted(speaking.text, name_of(uri, knowledge.root), knowledge)
        return [speaking.edit(each) for each in edits]
