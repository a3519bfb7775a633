"""Carried out by Locust, in an environment of its own: who asks for pages, and who makes worlds."""

import json
import os
import re

from locust import FastHttpUser, task

TOLD = json.loads(os.environ["SVYAZKA_LOAD"])
JOURNAL = "school.permkrai.ru"
TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')
OWN = {"Authorization": "Bearer " + TOLD["token"]}


class Reader(FastHttpUser):
    """Somebody with a world of their own, who looks at the journal's pages."""

    host = f"https://127.0.0.1:{TOLD['sites']}"

    def on_start(self):
        people = TOLD["people"]
        made = self.client.post(
            f"{TOLD['control']}/worlds", json={"people": people}, headers=OWN, name="set up"
        )
        self.agent = f"Svyazka/{made.json()['id']}.d1"
        page = self.look("/login", "set up")
        account = people[-1]["journal_accounts"][0]
        form = {
            "csrf_token": TOKEN.search(page.text)[1],
            "login": account["login"],
            "password": account["password"],
        }
        self.client.post("/login", data=form, headers=self.headers(), name="set up")
        self.jar = {one.name: one.value for one in self.client.cookiejar}

    def headers(self):
        return {"Host": JOURNAL, "User-Agent": self.agent}

    def look(self, path, name):
        return self.client.get(path, headers=self.headers(), name=name)

    @task
    def walk(self):
        for _look in range(2):
            with self.client.get(
                "/messages", headers=self.headers(), name="page", catch_response=True
            ) as page:
                if "Личные сообщения" not in (page.text or ""):
                    page.failure("not the page of messages")
        kept = list(self.client.cookiejar)
        self.client.cookiejar.clear()
        self.look("/login", "page")
        self.client.cookiejar.clear()
        for cookie in kept:
            self.client.cookiejar.set_cookie(cookie)


class Maker(FastHttpUser):
    """A run that begins and ends scenarios."""

    host = TOLD["control"]

    @task
    def make(self):
        made = self.client.post("/worlds", json={"people": TOLD["people"]}, headers=OWN, name="world")
        self.client.delete(f"/worlds/{made.json()['id']}", headers=OWN, name="dropped")
