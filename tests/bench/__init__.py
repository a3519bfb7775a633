"""The benchmark, `svyazka.py bench`: `command` measures everything and judges it by its limits.

How a scenario is compared with a bare script, so that the comparison is honest:

- Each side is a process of its own with a browser of its own, started the same way. The scenario side is pytest as
  `run` starts it, with everything of ours in it; the bare side is a plain script of Playwright calls without pytest.
- Both use the one simulator that pytest's side started, the same person, and the same settings of the context.
- Both press, type and open the same things, and wait for the same things to be seen, the phone's page included;
  neither takes a picture unless something fails. What pictures cost a run is told apart, by `pictures`.
- The time is that of the whole: from before the context is made until after it is closed; on the scenario side all
  that pytest does for an item, the records and the screen's name after each step too.
- Making and dropping the world is told apart and counts on neither side. Each begins with warm-ups.
- The sides take turns, every second pair the other way round; whatever slows the machine slows both.

`python -m tests.bench.big_report` measures the report of a big run by hand; nothing here is collected by pytest.

The law here: this file imports nothing, for pytest on the scenario side must be the first to import what it rewrites.
"""
