"""An editor for tests: starts a server, speaks the protocol over its input and output, and keeps what is told."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

GRACE_SECONDS = 20


class Refused(Exception):
    """The server answered with an error; the message is the server's."""


class Editor:
    """One connection to a server; texts are told whole."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._number = 0
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.told: list[dict[str, Any]] = []

    def ask(self, method: str, **params: Any) -> Any:
        """Ask and wait for the answer; what is told meanwhile is kept."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params or None})
        answer = self._answer(self._number)
        if "error" in answer:
            raise Refused(answer["error"]["message"])
        return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Tell something that has no answer."""
        self._send({"method": method, "params": params or None})

    def begin(self, root: Path, **general: Any) -> dict[str, Any]:
        """Shake hands as an editor does that knows snippets."""
        item = {"completionItem": {"snippetSupport": True}}
        able = {"textDocument": {"completion": item, "rename": {"prepareSupport": True}}, "general": general}
        answer: dict[str, Any] = self.ask(
            "initialize", processId=None, rootUri=root.as_uri(), capabilities=able
        )
        self.tell("initialized")
        return answer

    def open(self, uri: str, text: str) -> None:
        """Open a file, and wait until its findings are told."""
        document = {"uri": uri, "languageId": "feature", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        self._until_told(uri)

    def change(self, uri: str, text: str) -> None:
        """Write the file anew, and wait until its findings are told."""
        document = {"uri": uri, "version": 2}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        self._until_told(uri)

    def at(self, method: str, uri: str, line: int, character: int, **more: Any) -> Any:
        """Ask about a place, counted as the protocol does."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=place, **more)

    def end(self) -> int:
        """Part in order; return the server's exit code."""
        self.ask("shutdown")
        self.tell("exit")
        return self._process.wait(GRACE_SECONDS)

    def _until_told(self, uri: str) -> None:
        self.diagnostics.pop(uri, None)
        while uri not in self.diagnostics:
            self._take(self._read())

    def _answer(self, number: int) -> dict[str, Any]:
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                return message
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        self.told.append(message)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone"
        answer: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return answer


@contextmanager
def editor(command: Sequence[str | Path], folder: Path) -> Iterator[Editor]:
    """Start a server and speak to it; one that is not ended in order is killed."""
    started = subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with started as process:
        try:
            yield Editor(process)
        finally:
            if process.poll() is None:
                process.kill()
