"""Our answers in the words of the protocol; our places, which are in letters, in the units an editor counts in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lsprotocol import types

from steps.editor import completion
from steps.editor.completion import Suggestion
from steps.editor.diagnostics import Finding
from steps.editor.fixes import Fix
from steps.editor.hover import Told
from steps.editor.jumping import Target
from steps.editor.text import Edit, Span, Text, letters, units
from steps.language.rule import Weight

KINDS = {
    completion.SENTENCE: types.CompletionItemKind.Function,
    completion.LABEL: types.CompletionItemKind.Value,
    completion.NAME: types.CompletionItemKind.EnumMember,
    completion.TAG: types.CompletionItemKind.Keyword,
    completion.CLAUSE: types.CompletionItemKind.Reference,
    completion.WORD: types.CompletionItemKind.Keyword,
}
SEVERITIES = {
    Weight.REFUSES: types.DiagnosticSeverity.Error,
    Weight.REMARK: types.DiagnosticSeverity.Warning,
    Weight.ADVICE: types.DiagnosticSeverity.Information,
}
SOURCE = "Связка"


@dataclass(frozen=True)
class Translation:
    """Speaks of one text in the words of the protocol, with places in the units that were agreed upon."""

    text: Text
    encoding: str

    def column(self, position: types.Position) -> int:
        """Return the column in letters; one behind the end of the line is the end."""
        return letters(self.text.line(position.line), position.character, self.encoding)

    def range(self, span: Span) -> types.Range:
        """Return a span as the protocol counts it."""
        line = self.text.line(span.line)
        start, end = (
            types.Position(span.line, units(line[:each], self.encoding)) for each in (span.start, span.end)
        )
        return types.Range(start, end)

    def edit(self, edit: Edit) -> types.TextEdit:
        """Return a change of one place."""
        return types.TextEdit(self.range(edit.span), edit.text)

    def diagnostic(self, finding: Finding) -> types.Diagnostic:
        """Return what the editor underlines; its code leads to the page of the rule."""
        return types.Diagnostic(
            self.range(finding.span),
            finding.message,
            severity=SEVERITIES[finding.weight],
            code=finding.rule,
            code_description=types.CodeDescription(finding.page.as_uri()),
            source=SOURCE,
        )

    def item(self, number: int, suggestion: Suggestion, snippets: bool) -> types.CompletionItem:
        """Return what the editor lists, in our order; it gets places to fill in only if it knows what these are."""
        snippet = suggestion.snippet if snippets else None
        written = snippet or suggestion.text + suggestion.after
        told = types.MarkupContent(types.MarkupKind.Markdown, suggestion.help) if suggestion.help else None
        return types.CompletionItem(
            label=suggestion.text,
            kind=KINDS[suggestion.kind],
            detail=suggestion.detail or None,
            documentation=told,
            sort_text=f"{suggestion.rank}{number:04d}",
            filter_text=suggestion.text,
            insert_text_format=types.InsertTextFormat.Snippet
            if snippet
            else types.InsertTextFormat.PlainText,
            text_edit=types.TextEdit(self.range(suggestion.span), written),
        )

    def hover(self, told: Told) -> types.Hover:
        """Return what is told of a place."""
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, told.words), self.range(told.span))

    def action(self, uri: str, fix: Fix, of: Iterable[types.Diagnostic]) -> types.CodeAction:
        """Return a change that mends these diagnostics."""
        return types.CodeAction(
            fix.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=list(of),
            edit=types.WorkspaceEdit(changes={uri: [self.edit(each) for each in fix.edits]}),
        )


def location(target: Target) -> types.Location:
    """Return a line of a file."""
    start = types.Position(target.line, 0)
    return types.Location(target.file.as_uri(), types.Range(start, start))
