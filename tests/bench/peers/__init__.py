"""The same walk with what a user would pick instead of us: `svyazka.py bench --peers`.

- The first scenarios of the three Perm variants. Each peer has the sentences as its features, or as calls made of
  them (`writing`), and one small file of definitions (`projects/`): the same clicks, inputs and checks for all.
- All use the browser that we use, with the same switches, and one simulator; their worlds are made before they start.
  Ours starts its own simulator and makes its own worlds: a user of ours waits for that too, so it counts.
- The peers live in a folder of their own, made by `installing` from fixed versions; the project knows none of them.
- Each round runs every peer once, and begins with another one each time. What a command spent is counted of all its
  descendants. Compiled Python may be kept, for everyone: a set-up that forbids it is not a user's.
- Peers tell by `stamp` when a scenario begins, when it first opens a page, and when it has ended with everything
  closed; of ours the record tells the same.
"""
