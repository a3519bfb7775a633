"""The words of a verdict: ours, Cucumber's, and the media types under which ours travel in the stream."""

from cucumber_messages import TestStepResultStatus  # type: ignore[import-untyped]  # no type marker in the package

# Cucumber has no word for some of ours. Such a step carries the nearest one that is not green, and ours in an
# attachment of this type: {"status": …, "reason": …}.
STATUS_TYPE = "application/vnd.svyazka.status+json"
SCREEN_TYPE = "application/vnd.svyazka.screen+json"
WORLD_TYPE = "application/vnd.svyazka.world+json"
CONSOLE_TYPE = "application/vnd.svyazka.console+json"
TRACE_TYPE = "application/vnd.svyazka.trace+zip"
# A second execution of a failed scenario, made for its evidence; it never changes the verdict.
REPEAT_TYPE = "application/vnd.svyazka.repeat+json"

CUCUMBER_STATUS = {
    "passed": TestStepResultStatus.passed,
    "failed": TestStepResultStatus.failed,
    "broken": TestStepResultStatus.failed,
    "unsound": TestStepResultStatus.failed,
    "skipped": TestStepResultStatus.skipped,
    "not_run": TestStepResultStatus.skipped,
    "interrupted": TestStepResultStatus.skipped,
}
ONLY_OURS = ("broken", "unsound", "interrupted", "not_run")

# A scenario is as bad as its worst step; the worst stands first. "not_run" needs another to explain it.
WORST_FIRST = ("unsound", "broken", "failed", "interrupted", "skipped", "passed")
