"""The keys of a policy as the guide lists them."""

from reports.record.policy import policy_keys


def keys_table() -> str:
    """Return them as a table in Markdown."""
    rows = (f"| `{key}` | {meaning} |" for key, meaning in policy_keys())
    return "\n".join(("| ключ | что требует |", "|---|---|", *rows))
