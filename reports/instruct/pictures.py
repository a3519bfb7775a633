"""The picture of a step as it is printed: the telling part of it, the step's number on each control."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from reports.crops import MARGIN, crop
from reports.instruct.manual import View
from reports.moments import Frame, Shot
from reports.record.facts import Box

INK, PAPER = "#c62828", "#ffffff"
LINE, RADIUS, GAP = 3, 15, 5
SMALL = 60  # an icon; what stands right of it would be hidden
TALLEST = 900  # of what is shown whole
QUALITY = 82
PRINT = (32, 24)  # what pictures are compared by: so small that another name on the screen is no other screen


@dataclass(frozen=True)
class Plate:
    """A printed picture: a JPEG with its size, and a small grey print of it to compare by."""

    body: bytes
    width: int
    height: int
    print: bytes


def plate(view: View | None, number: int, folder: Path) -> Plate | None:
    """Print a step's picture, whose file lies in the run's folder; None where the file is lost or no picture."""
    if view is None:
        return None
    try:
        with Image.open(folder / view.shot.picture.url) as file:
            whole = file.convert("RGB")
    except OSError:
        return None
    boxes = [_box(frame, whole) for frame in view.frames]
    part = _part(view, boxes, whole)
    image = whole.crop((round(part.x), round(part.y), round(part.right), round(part.bottom)))
    small = image.convert("L").resize(PRINT, Image.Resampling.BOX).tobytes()
    draw = ImageDraw.Draw(image)
    for box in boxes:
        _mark(draw, Box(box.x - part.x, box.y - part.y, box.width, box.height), number, image)
    body = io.BytesIO()
    image.save(body, "JPEG", quality=QUALITY)
    return Plate(body.getvalue(), image.width, image.height, small)


def _box(frame: Frame, image: Image.Image) -> Box:
    across, down = image.width / 100, image.height / 100
    return Box(frame.left * across, frame.top * down, frame.width * across, frame.height * down)


def _part(view: View, boxes: list[Box], image: Image.Image) -> Box:
    """Return what is shown of the picture: what a report shows of it, and every control."""
    shown = crop(Shot(view.shot.picture, view.frames[0] if view.frames else None))
    shown = shown or Box(0, 0, image.width, image.height)
    if not boxes and view.shot.picture.content:
        lowest = min(view.shot.picture.content.bottom + MARGIN, shown.y + TALLEST)
        boxes = [Box(shown.x + MARGIN, shown.y + MARGIN, 0, max(0.0, lowest - shown.y - 2 * MARGIN))]
    left = max(0.0, min([shown.x, *(box.x - MARGIN for box in boxes)]))
    top = max(0.0, min([shown.y, *(box.y - MARGIN for box in boxes)]))
    right = min(float(image.width), max([shown.right, *(box.right + MARGIN for box in boxes)]))
    bottom = min(float(image.height), max([shown.bottom, *(box.bottom + MARGIN for box in boxes)]))
    return Box(left, top, right - left, bottom - top)


def _mark(draw: ImageDraw.ImageDraw, box: Box, number: int, image: Image.Image) -> None:
    """Outline the control, the step's number at its right, or below a small one: captions stand above and before."""
    outline = (box.x - GAP, box.y - GAP, box.right + GAP, box.bottom + GAP)
    draw.rounded_rectangle(outline, radius=8, outline=INK, width=LINE)
    middle = (outline[0] + outline[2]) / 2, (outline[1] + outline[3]) / 2
    is_small = box.width < SMALL
    x = middle[0] if is_small else min(outline[2] + RADIUS + 3, image.width - RADIUS - 1)
    y = min(outline[3] + RADIUS + 3, image.height - RADIUS - 1) if is_small else middle[1]
    draw.ellipse((x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS), fill=INK, outline=PAPER, width=2)
    draw.text((x, y), str(number), fill=PAPER, font=ImageFont.load_default(17), anchor="mm")
