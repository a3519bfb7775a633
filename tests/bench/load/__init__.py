"""How much a stand for a team carries: Locust asks for pages and makes worlds, over SQLite and over PostgreSQL.

Locust lives in a folder of its own, is no dependency of the project, and asks this machine alone, for a bounded time.
Of three pages one is the journal's sign-in page as a new browser sees it, which writes a session, and two are the page
of messages of somebody who is linked. A world is made with four people by one call, and dropped by another.
"""
