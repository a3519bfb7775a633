"""What came to a phone or mailbox, read off its page as a person reads: by the words, whatever they are made of."""

from __future__ import annotations

import time
from collections.abc import Iterable

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Impatience

LOOK_AGAIN_MS = 100
# As `innerText`, and what stands in open shadow roots too.
WORDS = """() => {
    const told = [];
    const tell = node => {
        if (node.nodeType === Node.TEXT_NODE) told.push(node.data.replace(/\\s+/g, ' '));
        if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.DOCUMENT_FRAGMENT_NODE) return;
        const style = node.nodeType === Node.ELEMENT_NODE ? getComputedStyle(node) : null;
        if (style?.display === 'none' || ['SCRIPT', 'STYLE'].includes(node.nodeName)) return;
        const apart = node.nodeName === 'BR' || (style && !style.display.startsWith('inline'));
        if (apart) told.push('\\n');
        (node.shadowRoot ?? node).childNodes.forEach(tell);
        if (apart) told.push('\\n');
    };
    tell(document.body);
    return told.join('');
}"""


def read_messages(page: Page, title: str, kinds: Iterable[str], patience_ms: float) -> list[str]:
    """The messages, the newest first; raises the browser's TimeoutError if no line with the title comes in time."""
    deadline = time.monotonic() + patience_ms / 1000
    while True:
        lines = [" ".join(line.split()) for line in page.evaluate(WORDS).splitlines()]
        if any(line.startswith(title) for line in lines):
            return messages_among(lines, kinds)
        if time.monotonic() > deadline:
            raise Impatience(f"no line begins with {title}")
        page.wait_for_timeout(LOOK_AGAIN_MS)


def messages_among(lines: Iterable[str], kinds: Iterable[str]) -> list[str]:
    """Each message in one line; one begins with what kind it is of, and goes on to the next one."""
    found: list[str] = []
    for line in filter(None, lines):
        if line.startswith(tuple(kinds)):
            found.append(line)
        elif found:
            found[-1] += f" {line}"
    return found
