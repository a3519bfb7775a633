"""A world for one test, arranged through the control API as in a run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sim_server.simulator import Simulator
from tests.http.browser import Browser

Json = dict[str, Any]


class World:
    """One tenant of the simulator: its people, clock, phones, faults and browsers."""

    given: Sequence[str] = ()  # the defects of every world, where tests are tried with one (--with-defect)

    def __init__(
        self,
        simulator: Simulator,
        people: list[Json],
        seed: int | None = None,
        defects: Sequence[str] = (),
        noted: bool = False,
    ) -> None:
        self.simulator = simulator
        self.api = simulator.control.test_client()
        self.defects = [*self.given, *defects]
        wanted = {"seed": seed, "people": people, "defects": self.defects, "noted": noted}
        answer = self.api.post("/worlds", json=wanted)
        assert answer.status_code == 201, answer.text
        self.name: str = answer.json["id"]
        self.path = f"/worlds/{self.name}"

    def browser(self, device: str = "d1") -> Browser:
        """A new browser, without memory."""
        return Browser(self.simulator, f"Svyazka/{self.name}.{device}")

    def pass_time(self, *, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        """Moves the clock on."""
        seconds = ((days * 24 + hours) * 60 + minutes) * 60
        assert self.api.post(f"{self.path}/clock", json={"advance_seconds": seconds}).status_code == 200

    def disturb(self, system: str, point: str, kind: str, times: int | None = 1, **more: object) -> None:
        """Orders a fault; more is `seconds`, `status`, `client`."""
        fault = {"system": system, "point": point, "kind": kind, "times": times, **more}
        answer = self.api.post(f"{self.path}/faults", json=fault)
        assert answer.status_code == 201, answer.text

    def switch_vpn(self, *, on: bool, device: str = "d1") -> None:
        """Switches the VPN of a browser."""
        assert self.api.put(f"{self.path}/devices/{device}", json={"vpn": on}).status_code == 200

    def choose_rules(self, profile: str, **switches: object) -> None:
        """Lets VK ID decide what is disputed so."""
        chosen = self.api.put(f"{self.path}/rules", json={"profile": profile, "switches": switches})
        assert chosen.status_code == 200, chosen.text

    def register(self, client_id: str, *addresses: str, **told: object) -> None:
        """Lets VK ID know a client of somebody's own."""
        one = {"id": client_id, "name": "Свой журнал", "redirect_uris": addresses, **told}
        answer = self.api.post(f"{self.path}/clients", json={"clients": [one]})
        assert answer.status_code == 201, answer.text

    def messages(self, phone: str) -> list[Json]:
        """All that reached a phone, oldest first."""
        digits = phone.lstrip("+")
        return list(self.api.get(f"{self.path}/phones/{digits}/messages").json["messages"])

    def code(self, phone: str) -> str:
        """The code of the last message on the phone."""
        last = self.messages(phone)[-1]
        return (
            re.findall(r"\d{6}", last["text"])[0]
            if last["kind"] == "sms"
            else last["sender"][-5:].replace("-", "")
        )

    @property
    def links(self) -> dict[str, str]:
        """Which login is linked with whose study profile."""
        given = self.api.get(f"{self.path}/links").json["links"]
        return {
            link["login"]: " ".join(
                link["profile"][part] for part in ("last_name", "first_name", "middle_name")
            )
            for link in given
        }

    def events(self, kind: str) -> list[Json]:
        """The lines of one kind in the world's log."""
        return [
            event for event in self.api.get(f"{self.path}/events").json["events"] if event["kind"] == kind
        ]
