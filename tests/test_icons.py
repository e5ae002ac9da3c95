"""The sprite: every icon is there, once, with the notice of its licence."""

import re
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator import icons
from generator.records import codes
from tests.capabilities import ROOT

SVG = "{http://www.w3.org/2000/svg}"


def drawing(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.svg").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("group", "code", "name"),
    [(group, code, name) for group, codes in icons.ICONS.items() for code, name in codes.items()],
)
def test_every_icon_is_in_the_installed_theme(group: str, code: str, name: str) -> None:
    assert (icons.material_icons() / f"{name}.svg").is_file(), f"{group} {code}"


@pytest.mark.parametrize(
    ("group", "vocabulary"),
    [
        ("category", codes.CATEGORY),
        ("access", codes.ACCESS),
        ("next_step", codes.NEXT_STEP),
        ("format", codes.FORMAT),
        ("layer", codes.LAYER),
    ],
)
def test_every_code_of_the_records_has_an_icon(group: str, vocabulary: Mapping[str, str]) -> None:
    assert icons.ICONS[group].keys() == set(vocabulary)


def test_every_colour_family_has_its_class_in_the_style_sheet() -> None:
    sheet = (ROOT / "generator/assets/css/40-cards.css").read_text(encoding="utf-8")

    assert set(re.findall(r"^\.f-(\w+) {", sheet, re.MULTILINE)) == set(codes.FAMILY_OF_CATEGORY.values())


def test_the_sprite_holds_each_icon_once_in_the_order_of_the_names() -> None:
    sprite = icons.sprite([*icons.names(), "phone"], icons.material_icons())

    symbols = [symbol.get("id") for symbol in ET.fromstring(sprite).iter(f"{SVG}symbol")]  # noqa: S314 - our own file
    assert symbols == sorted(icons.names())


def test_a_symbol_keeps_the_shapes_and_the_view_box_of_its_drawing_and_needs_no_clip(tmp_path: Path) -> None:
    drawing(
        tmp_path,
        "dot",
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M4 4h1"/></svg>\n',
    )

    sprite = icons.sprite(["dot"], tmp_path)

    assert '<symbol id="dot" viewBox="0 0 8 8" overflow="visible"><path d="M4 4h1"/></symbol>' in sprite


def test_the_sprite_carries_the_notice_of_the_licence() -> None:
    sprite = icons.sprite(["phone"], icons.material_icons())

    assert "Pictogrammers" in sprite
    assert "Apache License 2.0" in sprite


@pytest.mark.parametrize("text", ["", "<svg/>", '<svg viewBox="0 0 24 24"><script/></svg>'])
def test_a_drawing_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    drawing(tmp_path, "odd", text)

    with pytest.raises(ValueError, match="The icon odd"):
        icons.sprite(["odd"], tmp_path)


def test_the_sprite_is_small_enough_for_every_page() -> None:
    assert len(icons.sprite(icons.names(), icons.material_icons())) < 60_000
