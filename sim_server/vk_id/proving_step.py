"""What the steps have in common that prove the account by the way that was chosen."""

from __future__ import annotations

from sim_server.domain.recoveries import Recovering
from sim_server.vk_id.recovering import Step


class ProvingStep(Step):
    """The step of one way, and called like it."""

    proves_way = True

    def done(self, case: Recovering) -> bool:
        """Whether another way was chosen, or this one has proven the account."""
        return case.way != self.name or case.way_proven
