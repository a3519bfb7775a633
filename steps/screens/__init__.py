"""Page knowledge: what a person sees and does on a screen. Sentences are in `steps.definitions`, selectors nowhere.

The folder's law: role and exact name, then label, then text; no CSS, no test ids, no sleeping; whatever
is not there is told in Russian, with what was there instead. What is found otherwise, where a stand asks for that, is
found in `tolerance/`.
"""
