"""The simulator's layers: the database is the domain's, and a signature tells whose transaction a function runs in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent / "sim_server"
DOMAIN = sorted((ROOT / "domain").glob("*.py"))
SPOILT = ROOT / "defects" / "named"  # what takes the place of the domain's own functions may do what they do
OUTSIDE = sorted(f for f in ROOT.rglob("*.py") if f.parent.name != "domain" and SPOILT not in f.parents)
OPENING = {"read", "write", "look_up", "look_up_all", "value", "values", "execute", "wait_for"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def opens(call: ast.Call) -> bool:
    """Whether this is a call of the database: `database.read()`, `world.database.look_up(…)`."""
    asked = call.func
    return (
        isinstance(asked, ast.Attribute)
        and asked.attr in OPENING
        and ast.unparse(asked.value).endswith("database")
    )


def transactions(tree: ast.AST) -> Iterator[ast.With]:
    for node in ast.walk(tree):
        if isinstance(node, ast.With) and any(opens(call) for one in node.items for call in calls(one)):
            yield node


def takes_session(function: Function) -> bool:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return any(one.annotation is not None and ast.unparse(one.annotation) == "Session" for one in given)


def read(files: list[Path]) -> dict[str, ast.Module]:
    return {file.relative_to(ROOT).as_posix(): ast.parse(file.read_text(encoding="utf-8")) for file in files}


def key(module: str, name: str) -> str:
    """What a function is known by: a private one is its module's own."""
    return f"{module}:{name}" if name.startswith("_") else name


def leads_into(call: ast.Call, module: str, known: set[str]) -> bool:
    return opens(call) or (isinstance(call.func, ast.Name) and key(module, call.func.id) in known)


def openers(modules: dict[str, ast.Module]) -> set[str]:
    """The functions that begin a transaction, by themselves or through others that do."""
    found: set[str] = set()
    while (
        more := {
            key(module, one.name)
            for module, tree in modules.items()
            for one in functions(tree)
            if not takes_session(one) and any(leads_into(call, module, found) for call in calls(one))
        }
        - found
    ):
        found |= more
    return found


def nested(modules: dict[str, ast.Module]) -> list[str]:
    """Where a transaction would begin although the caller's runs already."""
    known = openers(modules)
    return [
        f"{module}:{call.lineno}: {ast.unparse(call.func)}"
        for module, tree in modules.items()
        for inside in (*filter(takes_session, functions(tree)), *transactions(tree))
        for part in inside.body
        for call in calls(part)
        if leads_into(call, module, known)
    ]


def imported(modules: dict[str, ast.Module]) -> Iterator[tuple[str, str]]:
    """Every `from … import …`, as module and dotted name."""
    for name, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                yield from ((name, f"{node.module}.{one.name}") for one in node.names)


def test_who_takes_a_session_runs_in_the_caller_s_transaction_and_begins_none() -> None:
    assert nested(read(DOMAIN)) == []


@pytest.mark.parametrize("wrong", ["self.world.database.write()", "world.database.read()", "log_in(world)"])
def test_a_second_transaction_is_noticed(wrong: str) -> None:
    begins = "def log_in(world: World) -> None:\n    with world.database.write() as session:\n        session.add(1)\n"
    takes = f"def take(session: Session, world: World) -> None:\n    {wrong}\n"
    assert nested({"wrong.py": ast.parse(begins + takes)}) == [f"wrong.py:5: {wrong.partition('(')[0]}"]


def test_outside_the_domain_nobody_asks_the_database() -> None:
    modules = read(OUTSIDE)
    asking = [name for name, tree in modules.items() if any(map(opens, calls(tree)))]
    taking = [name for name, tree in modules.items() if any(map(takes_session, functions(tree)))]
    assert [*asking, *taking] == []


def test_outside_the_domain_there_are_no_rows() -> None:
    behind = ("sqlalchemy", "sim_server.domain.tables")
    assert [name for name, one in imported(read(OUTSIDE)) if one.startswith(behind)] == []


def test_only_the_site_leaves_anything_in_the_request() -> None:
    """Whatever else a view needs is given to it: then its signature says so."""
    assert [name for name, one in imported(read(OUTSIDE)) if one == "flask.g"] == ["web/site.py"]
