"""What a person makes out on pages that are written for the eye alone; used where a stand says `eyes = "tolerant"`.

The folder's law: never by a part of a word, never what is hidden or covered; several that fit are an error; each find
leaves a remark. How a thing is told from its looks is in `fixtures/sight/eyes/`.
"""
