"""The files of an instruction: pictures with their marks, one page that needs nothing else, Word, what changed."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from fixtures.environment.arguments import ArgumentParser
from reports.instruct import command, video
from reports.instruct.changes import alike, kept, write_kept
from reports.instruct.making import Made, make, prepare
from reports.instruct.manual import View, guess
from reports.instruct.pictures import INK, plate
from reports.instruct.printing import NotPrinted
from reports.instruct.video import NoVideo, lengths, listing
from reports.moments import Frame, Shot
from reports.record.facts import PictureTaken
from reports.texts.reading import read_document
from tests.unit.reports.instruct.walk import SECRET, draw, green, listed, manual, walked

PICTURE = PictureTaken("evidence/1.jpg", "Стол", "d1", 1280, 720)


def no_browser():
    raise RuntimeError("На этой машине нет браузера.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draw(tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("made")
    draw(folder)
    (folder / "instruct").mkdir()
    (folder / "instruct" / "t-1.pdf").write_bytes(b"of an earlier run")
    return make(prepare(manual(), folder), folder, no_browser)


def remember(folder: Path) -> None:
    """An instruction was made here before."""
    (folder / "instruct").mkdir()
    write_kept(folder / "instruct" / "t-1.json", kept(manual(), prepare(manual(), folder).plates))


def red(image: Image.Image) -> int:
    marked = tuple(int(INK[at : at + 2], 16) for at in (1, 3, 5))
    colours = image.convert("RGB").getcolors(image.width * image.height)
    assert colours is not None
    return sum(
        count
        for count, colour in colours
        if all(abs(mine - its) < 40 for mine, its in zip(colour, marked, strict=True))
    )


def test_picture_is_cut_to_what_tells_and_the_control_is_marked(folder: Path):
    frame = Frame(40, 40, 10, 6)
    marked = plate(View(Shot(PICTURE, frame), (frame,)), 7, folder)
    assert marked
    assert marked.width <= 760
    assert red(Image.open(io.BytesIO(marked.body))) > 400
    plain = plate(View(Shot(PICTURE)), 7, folder)
    assert plain
    assert red(Image.open(io.BytesIO(plain.body))) == 0


def test_every_control_of_a_step_is_on_its_picture(folder: Path):
    frames = tuple(Frame(10, top, 20, 5) for top in (2, 50, 93))
    marked = plate(View(Shot(PICTURE, frames[0]), frames), 3, folder)
    assert marked
    assert marked.height == 720


def test_lost_picture_is_no_picture(tmp_path: Path):
    assert plate(View(Shot(PICTURE)), 1, tmp_path) is None


def test_page_is_one_file_that_asks_for_nothing(made: Made):
    text = made.files[0].read_text(encoding="utf-8")
    addresses = re.findall(r'(?:src|href)="([^"]{0,30})', text)
    assert len(addresses) == 6
    assert all(address.startswith("data:image/jpeg;base64,") for address in addresses)
    assert "url(" not in text
    for told in (
        "Нажмите «Привязать».",
        "В исходной инструкции этого шага нет",
        SECRET,
        "Откроется экран «Вход».",
    ):
        assert told in text
    assert text.count('aria-label="Внимание"') == 2


def test_word_document_says_the_same_and_is_read_again(made: Made):
    path = made.files[1]
    document = Document(str(path))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 2"]
    assert headings[:3] == [f"{number}. {step.text}" for number, step in enumerate(manual().steps[:3], 1)]
    assert len(document.inline_shapes) == 6
    assert [table.cell(0, 0).text for table in document.tables] == [
        "Внимание. Номер должен быть своим.",
        f"Внимание. {SECRET}",
    ]
    assert "Откроется экран «Сообщения»." in " ".join(one.text for one in read_document(path).sentences)


def test_without_a_browser_there_is_no_pdf_nor_an_old_one_and_it_is_said(made: Made):
    assert [file.suffix for file in made.files] == [".html", ".docx"]
    assert made.lacking == ("Без PDF: На этой машине нет браузера.",)
    assert not made.files[0].with_suffix(".pdf").exists()


def test_what_was_made_is_what_the_next_one_is_compared_with(made: Made):
    assert prepare(manual(), made.files[0].parents[1]).changed == ()


def test_first_instruction_has_nothing_to_compare_with_and_the_same_again_has_not_changed(folder: Path):
    assert prepare(manual(), folder).changed is None
    remember(folder)
    assert prepare(manual(), folder).changed == ()


def test_changed_new_and_vanished_steps_are_told_before_they_are_written_over(folder: Path):
    remember(folder)
    before = (folder / "instruct" / "t-1.json").read_bytes()
    steps = walked()
    renamed = replace(steps[3], sentence="Когда нажимаю «Связать»")
    assert prepare(manual(green(*steps[:3], renamed, *steps[4:])), folder).changed == (
        "шаг 3: был «Нажмите «Привязать».», стал «Нажмите «Связать».»",
    )
    assert prepare(manual(green(*steps[:3], *steps[4:])), folder).changed == (
        "шаг 2, пояснения: было «ничего», стало «Откроется экран «Вход».»",
        "шага 3 больше нет: Нажмите «Привязать».",
    )
    assert (folder / "instruct" / "t-1.json").read_bytes() == before


def test_changed_picture_is_told(folder: Path):
    remember(folder)
    draw(folder, (0, 0, 200))
    assert prepare(manual(), folder).changed == ("шаг 4: снимок другой", "шаг 5: снимок другой")


def test_another_name_is_the_same_screen_and_another_colour_is_not():
    screen = bytes([230]) * 768
    assert alike(screen, bytes([215]) * 8 + screen[8:])
    assert not alike(screen, bytes([180]) + screen[1:])
    assert not alike(screen, bytes([229]) * 768)
    assert not alike(screen, b"")


def test_unreadable_memory_is_no_memory(folder: Path):
    remember(folder)
    (folder / "instruct" / "t-1.json").write_text("[{", encoding="utf-8")
    assert prepare(manual(), folder).changed is None


def test_without_ffmpeg_it_is_said_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(video.shutil, "which", lambda name: None)
    with pytest.raises(NoVideo, match="apt install ffmpeg"):
        video.write_video(folder / "v.mp4", manual(), [], no_browser)


def test_video_that_finds_ffmpeg_asks_for_a_browser(folder: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(video.shutil, "which", lambda name: "/usr/bin/ffmpeg")
    with pytest.raises(NotPrinted, match="нет браузера"):
        video.write_video(folder / "v.mp4", manual(), [None] * 5, no_browser)


def test_each_picture_of_a_video_stays_as_long_as_its_caption_is_read():
    seconds = lengths(manual())
    assert len(seconds) == 6
    assert all(second >= 3 for second in seconds)
    assert seconds[0] > seconds[2]
    told = listing([Path("a/0.png"), Path("a/1.png")], [3.0, 4.25])
    assert told == "file '0.png'\nduration 3.0\nfile '1.png'\nduration 4.2\nfile '1.png'\n"


def test_guesses_are_said_by_what_they_are():
    assert guess(()) == ""
    assert guess(("Логин",)) == "Надпись «Логин» предположена: смотрите по экрану."
    assert guess(("https://a.test",)) == "Адрес «https://a.test» предположен: уточните его в школе."


def test_command_announces_then_writes(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(command, "load_instructions", listed)
    monkeypatch.setattr(command, "read_record", lambda out: green())
    remember(folder)
    assert command.main(["t", "--out", str(folder)], ArgumentParser, no_browser) == 0
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Привязка. Вариант 1: всё есть. 5 шагов, из них в исходной нет: 1",
        "  Прежняя инструкция будет заменена, шаги и снимки те же.",
        "  Без PDF: На этой машине нет браузера.",
        *(f"  {folder.as_posix()}/instruct/t-1.{kind}" for kind in ("html", "docx")),
    ]


@pytest.mark.parametrize(
    ("typed", "said"),
    [(["x"], "инструкции «x» нет, есть: t"), (["--variant", "1"], "--variant говорит об одной инструкции")],
)
def test_what_is_no_instruction_is_told(
    typed: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(command, "load_instructions", listed)
    with pytest.raises(SystemExit, match="64"):
        command.main(typed, ArgumentParser, no_browser)
    assert said in capsys.readouterr().err


def test_red_run_gives_its_code_and_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    steps = walked()
    monkeypatch.setattr(command, "load_instructions", listed)
    monkeypatch.setattr(
        command, "read_record", lambda out: green(*steps[:-1], replace(steps[-1], status="failed"))
    )
    assert command.main(["t", "--out", str(folder)], ArgumentParser, no_browser) == 1
    assert "python3 svyazka.py run" in capsys.readouterr().err
    assert not (folder / "instruct").exists()


def test_missing_record_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert command.main(["--out", str(tmp_path)], ArgumentParser, no_browser) == 2
    assert "нет записей прогона" in capsys.readouterr().err
