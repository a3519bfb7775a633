"""Between our places, in letters, and those of the protocol, in UTF-16; and from our answers to the protocol's."""

from __future__ import annotations

from collections.abc import Iterable

from lsprotocol import types

from steps.editor import completion
from steps.editor.completion import Suggestion
from steps.editor.diagnostics import ERROR, Finding
from steps.editor.fixes import Fix
from steps.editor.jumping import Target
from steps.editor.text import Edit, Span, Text, letters, units

KINDS = {
    completion.SENTENCE: types.CompletionItemKind.Function,
    completion.LABEL: types.CompletionItemKind.Value,
    completion.NAME: types.CompletionItemKind.EnumMember,
    completion.TAG: types.CompletionItemKind.Keyword,
    completion.CLAUSE: types.CompletionItemKind.Reference,
    completion.WORD: types.CompletionItemKind.Keyword,
}
SOURCE = "Связка"


def column(text: Text, position: types.Position) -> int:
    """Return the column in letters; one behind the end of the line is the end."""
    return letters(text.line(position.line), position.character)


def range_of(text: Text, span: Span) -> types.Range:
    """Return a span as the protocol counts it."""
    line = text.line(span.line)
    start, end = (types.Position(span.line, units(line[:each])) for each in (span.start, span.end))
    return types.Range(start, end)


def edit_of(text: Text, edit: Edit) -> types.TextEdit:
    """Return a change of one place."""
    return types.TextEdit(range_of(text, edit.span), edit.text)


def diagnostic(text: Text, finding: Finding) -> types.Diagnostic:
    """Return what the editor underlines."""
    error = finding.severity == ERROR
    severity = types.DiagnosticSeverity.Error if error else types.DiagnosticSeverity.Warning
    return types.Diagnostic(
        range_of(text, finding.span), finding.message, severity=severity, code=finding.rule, source=SOURCE
    )


def item(text: Text, number: int, suggestion: Suggestion, snippets: bool) -> types.CompletionItem:
    """Return what the editor lists, in our order; what it writes has places only if it knows what these are."""
    with_places = snippets and suggestion.snippet is not None
    written = suggestion.snippet if with_places and suggestion.snippet else suggestion.text + suggestion.after
    markdown = types.MarkupContent(types.MarkupKind.Markdown, suggestion.help) if suggestion.help else None
    return types.CompletionItem(
        label=suggestion.text,
        kind=KINDS[suggestion.kind],
        detail=suggestion.detail or None,
        documentation=markdown,
        sort_text=f"{suggestion.rank}{number:04d}",
        filter_text=suggestion.text,
        insert_text_format=types.InsertTextFormat.Snippet
        if with_places
        else types.InsertTextFormat.PlainText,
        text_edit=types.TextEdit(range_of(text, suggestion.span), written),
    )


def location(target: Target) -> types.Location:
    """Return a line of a file."""
    start = types.Position(target.line, 0)
    return types.Location(target.file.as_uri(), types.Range(start, start))


def action(uri: str, text: Text, fix: Fix, of: Iterable[types.Diagnostic]) -> types.CodeAction:
    """Return a change that mends these diagnostics."""
    edits = [edit_of(text, each) for each in fix.edits]
    return types.CodeAction(
        fix.title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=list(of),
        edit=types.WorkspaceEdit(changes={uri: edits}),
    )
