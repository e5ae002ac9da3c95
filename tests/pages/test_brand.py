"""The header of each page has the site's own name; the place in it may give way on a telephone."""

from pathlib import Path

import pytest

from generator.pages.frame import frame
from tests.small import SETTINGS, edition_of


@pytest.mark.parametrize(
    ("name", "brand", "of_place"),
    [
        ("Fingerpost for Smallham", "Fingerpost", "for Smallham"),
        ("Smallham Neighbours", "Smallham Neighbours", ""),
        ("What is on for Smallham Moor", "What is on for Smallham Moor", ""),
        ("for Smallham", "for Smallham", ""),
    ],
)
def test_the_header_has_the_name_of_the_site(tmp_path: Path, name: str, brand: str, of_place: str) -> None:
    made = edition_of(tmp_path, {"mkdocs.yml": SETTINGS.replace("site_name: Small\n", f"site_name: {name}\n")})

    facts = frame(made, serving=False, prose=())

    assert (facts["brand"], facts["brand_place"]) == (brand, of_place)
