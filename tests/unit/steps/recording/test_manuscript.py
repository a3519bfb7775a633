"""The file of a recording reads as what was recorded, whatever was quoted."""

from steps.language.reading import parse_feature
from steps.recording.entry import GIVEN, THEN, WHEN, Doubt, Step, Unsaid
from steps.recording.manuscript import Manuscript
from steps.recording.wording import said

TROUBLESOME = "Чат «5 «А»», «пусто | косая \\ и # решётка"


def steps_read(manuscript: Manuscript) -> list[tuple[str, str, list[list[str]]]]:
    document = parse_feature(manuscript.text(), "recorded.feature")
    assert not document.problems
    [pickle] = document.pickles
    return [(each["type"], each["text"], rows(each)) for each in pickle["steps"]]


def rows(step: dict) -> list[list[str]]:
    table = step.get("argument", {}).get("dataTable", {"rows": []})
    return [[cell["value"] for cell in row["cells"]] for row in table["rows"]]


def test_file_reads_as_what_was_recorded():
    manuscript = Manuscript(people=[Step(GIVEN, "у меня нет VK ID")])
    manuscript.entries += [
        said("open", address="https://school.permkrai.ru"),
        said("press", label="Чат «5 «А»»"),
        said("fill_in_table", label=TROUBLESOME, value="раз\nдва"),
        said("see", text="Вы вошли"),
    ]
    assert steps_read(manuscript) == [
        (GIVEN, "у меня нет VK ID", []),
        (WHEN, "открываю «https://school.permkrai.ru»", []),
        (WHEN, "нажимаю «Чат «5 «А»»»", []),
        (WHEN, "заполняю поля:", [[TROUBLESOME, "раз\nдва"]]),
        (THEN, "вижу «Вы вошли»", []),
    ]


def test_what_could_not_be_said_is_a_remark_and_no_step():
    manuscript = Manuscript()
    manuscript.entries += [
        Unsaid("снятая галочка «Согласие»", "такого предложения нет"),
        Doubt("логин другой"),
        said("see", text="Вы вошли"),
    ]
    assert "    # Не записано: снятая галочка «Согласие» — такого предложения нет\n" in manuscript.text()
    assert steps_read(manuscript) == [(THEN, "вижу «Вы вошли»", [])]


def test_person_is_introduced_once_and_before_all_else():
    manuscript = Manuscript()
    manuscript.entries.append(said("see", text="Вы вошли"))
    assert manuscript.introduce(said("has_phone", phone="+7 199 111-11-11"))
    assert not manuscript.introduce(said("has_phone", phone="+7 199 222-22-22"))
    assert [kind for kind, *_ in steps_read(manuscript)] == [GIVEN, THEN]


def test_tags_are_those_the_steps_need_each_once():
    manuscript = Manuscript()
    for _ in range(2):
        manuscript.tag(["perm", "учитель"], ["нужен-телефон"])
    assert manuscript.text().splitlines()[1] == "@perm @учитель"
    assert "  @важно @нужен-телефон" in manuscript.text().splitlines()


def test_only_a_look_after_the_last_action_is_a_look_at_the_end():
    manuscript = Manuscript()
    manuscript.entries.append(said("see", text="Вы вошли"))
    assert manuscript.looks_at_its_end
    manuscript.entries.append(said("reload"))
    assert not manuscript.looks_at_its_end
