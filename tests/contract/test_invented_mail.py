"""People who are invented have their mail where none is ever delivered (RFC 2606, RFC 6761)."""

from pathlib import Path

from fixtures.clauses import clause_labels
from steps.lint.rules.real_mail import MAIL, NOBODYS

ROOT = Path(__file__).parents[2]
FOLDERS = ("features", "fixtures", "sim_server", "steps")
KINDS = (".py", ".toml", ".html", ".feature", ".md")


def test_addresses_are_nobody_s_or_stand_in_an_instruction():
    printed = " ".join(label for labels in clause_labels().values() for label in labels)
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in KINDS]
    assert len(files) > 300
    found = {(path.name, one[0]): one[1] for path in files for one in MAIL.finditer(path.read_text("utf-8"))}
    real = {where for where, host in found.items() if not NOBODYS.fullmatch(host) and where[1] not in printed}
    assert real - {("real_mail.md", "anna@pochta.com")} == set()
    assert any(host == "pochta.test" for host in found.values())
