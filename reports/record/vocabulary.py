"""The words of a verdict: ours, Cucumber's, and the media types under which ours travel in the stream."""

from cucumber_messages import TestStepResultStatus  # type: ignore[import-untyped]  # no type marker in the package

# Cucumber has no word for some of ours. Such a step carries the nearest one that is not green, and ours in an
# attachment of this type: {"status": …, "reason": …}.
STATUS_TYPE = "application/vnd.svyazka.status+json"
SCREEN_TYPE = "application/vnd.svyazka.screen+json"
# What a person did on a screen, with the box of the control: {"verb", "label", "value", "device", "box", …}.
ACTION_TYPE = "application/vnd.svyazka.action+json"
# What a picture beside the stream shows: {"url", "device", "screen", "width", "height", "content", "kind"}.
PICTURE_TYPE = "application/vnd.svyazka.picture+json"
# What a step expected and what was there instead: {"expected", "kind", "present", "nearest", "screen"}.
DIFFERENCE_TYPE = "application/vnd.svyazka.difference+json"
# The stand of the run, told once: {"name", "title", "masks"}.
STAND_TYPE = "application/vnd.svyazka.stand+json"
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
