"""What a release must satisfy, as `gate.toml` says it: read whole, with the keys nobody knows told apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass as plain
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Annotated, Any, get_type_hints

from pydantic import AfterValidator, Field, Strict
from pydantic.dataclasses import dataclass

from reports.record.tables import TABLE, Text, as_tables, read_toml

POLICY = Path(__file__).parents[2] / "gate.toml"
ALL = "*"  # stands for every instruction that has no share of its own


def _percent(value: float) -> float:
    if not 0 < value <= 100:
        raise ValueError("это процент: больше 0 и не больше 100")
    return value


def _count(value: int) -> int:
    if value < 0:
        raise ValueError("это число от 0")
    return value


Percent = Annotated[float, Strict(), AfterValidator(_percent)]
Count = Annotated[int, Strict(), AfterValidator(_count)]


@dataclass(frozen=True, config=TABLE)
class DefectPolicy:
    """How many of the planted defects must have been caught."""

    score: Percent = Field(
        description="сколько процентов дефектов должно быть поймано утверждением на своём пункте или надписи"
    )
    result: Text = Field(
        description="файл с итогом команды `defects --whole`, от папки, в которой лежит политика"
    )
    fresh_days: Count | None = Field(
        default=None,
        description="сколько дней верить испытанному, если код шагов, симулятора или обвязки с тех пор менялся: "
        "0 — ни дня; без ключа — сколько угодно, и вердикт об этом скажет",
    )


@dataclass(frozen=True, config=TABLE)
class Policy:
    """What must hold; what is not said is not asked, but for `unstable` and `may_skip`, which allow nothing then."""

    coverage: Mapping[str, Percent] = Field(
        default_factory=dict,
        description="сколько процентов проверяемых пунктов инструкции должен проверить прогон: "
        f'по имени инструкции, `"{ALL}"` — все остальные',
    )
    severity: tuple[Text, ...] = Field(
        default=(),
        description="теги важности, которым не прощают ни карантин, ни пропуск, ни нестабильность; "
        "хотя бы один такой сценарий должен быть в прогоне",
    )
    may_skip: tuple[Text, ...] = Field(
        default=(),
        description="теги умений (`нужно-время`), сценарии с которыми можно пропустить на этом стенде; "
        "остальные пропуски прощаются, только если были и в прежнем выпуске (`--baseline`)",
    )
    unstable: Count = Field(
        default=0,
        description="сколько нестабильных сценариев допустимо; `run --retries` спрашивает то же число",
    )
    defects: DefectPolicy | None = Field(
        default=None, description="счёт пойманных дефектов; без таблицы не спрашивается"
    )


@plain(frozen=True)
class PolicyFile:
    """A policy as its file has it. `unknown` are the keys nobody knows: what they ask for is asked by nobody."""

    policy: Policy
    path: Path
    unknown: tuple[str, ...] = ()


def read_policy(path: Path) -> PolicyFile:
    """Read a policy; raise TableUnsound for what is no policy at all."""
    written = read_toml(path)
    unknown = tuple(_unknown(written, Policy))
    return PolicyFile(as_tables(_without(written, unknown), Policy, path.name), path, unknown)


def _unknown(written: Mapping[str, Any], kind: Any) -> Iterator[str]:
    """Yield the keys, dotted, that no field has."""
    known = get_type_hints(kind)
    for key, value in written.items():
        if key not in known:
            yield key
        elif isinstance(value, dict) and (inner := _table(known[key])):
            yield from (f"{key}.{each}" for each in _unknown(value, inner))


def _table(kind: Any) -> Any:
    """Return the dataclass that a field's table is read into, None for a field of another kind."""
    return next((each for each in getattr(kind, "__args__", (kind,)) if is_dataclass(each)), None)


def _without(written: dict[str, Any], unknown: tuple[str, ...]) -> dict[str, Any]:
    left = {key: dict(value) if isinstance(value, dict) else value for key, value in written.items()}
    for key in unknown:
        outer, _, inner = key.partition(".")
        (left[outer] if inner else left).pop(inner or outer)
    return left


def policy_keys(kind: Any = Policy, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield every key a policy may have, dotted, and what it means."""
    hints = get_type_hints(kind)
    for each in fields(kind):
        yield prefix + each.name, str(each.default.description)  # type: ignore[union-attr]  # pydantic keeps it there
        if inner := _table(hints[each.name]):
            yield from policy_keys(inner, f"{prefix}{each.name}.")
