"""The media types under which what is ours travels in the stream."""

# Our own word for how a step ended, where Cucumber has none: {"status": …, "reason": …}.
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
