"""The directory: which lists there are, what stands in them, how they are cut into leaves."""

from collections.abc import Mapping

import pytest

from generator.edition import Edition
from generator.pages.listings import Listing, listings
from generator.pages.lists import CARDS_A_LEAF, list_pages
from generator.pages.paging import groups, leaves, letter, letters, name_key
from generator.records.site import Area
from tests.pages.record_editions import CHECKED, TUESDAYS, edition_of

AREA_LISTS = "directory/area/"


def group(name: str, more: str = "") -> str:
    return f"name: {name}\nsummary: People meet.\nkind: group\n{CHECKED}{more}"


def lists_of(edition: Edition) -> Mapping[str, Listing]:
    return {listing.url: listing for listing in listings(edition)}


def names(listing: Listing) -> list[str]:
    return [entry.record.name for entry in listing.entries]


def bodies(edition: Edition) -> Mapping[str, str]:
    return {planned.url: str(planned.make().body) for planned in list_pages(edition)}


def test_every_list_that_a_page_names_is_written_and_no_empty_one() -> None:
    edition = edition_of({"resources/a": group("A", "cost: {amount: 0}\nareas: north\n")})

    assert set(bodies(edition)) == {
        "directory/", "directory/all/", "directory/free/", "directory/family/support/", "directory/category/support/",
        "directory/kind/group/", "directory/area/north/",
        "directory/free/print/", "directory/category/support/print/", "directory/area/north/print/",
    }  # fmt: skip


def test_an_empty_site_has_a_directory_alone() -> None:
    pages = bodies(edition_of({}))

    assert set(pages) == {"directory/"}
    assert "01632\N{NO-BREAK SPACE}960100" in pages["directory/"]


@pytest.mark.parametrize(
    ("url", "answer", "inside", "unsaid"),
    [
        ("directory/free/", "cost: {amount: 0}", True, False),
        ("directory/free/", "cost: {amount: 2}", False, False),
        ("directory/free/", "cost: {donation: {nothing_is_fine: yes}}", True, False),
        ("directory/free/", "", False, True),
        ("directory/step-free/", "format: in_person\naccess: {step_free: yes}", True, False),
        ("directory/step-free/", "format: in_person\naccess: {step_free: no}", False, False),
        ("directory/step-free/", "format: in_person\naccess: {step_free: ask}", False, True),
        ("directory/step-free/", "format: in_person", False, True),
        ("directory/step-free/", "format: phone", False, False),
        ("directory/at-home/", "format: [in_person, online]", True, False),
        ("directory/at-home/", "format: in_person", False, False),
        ("directory/at-home/", "", False, True),
        ("directory/somebody-meets-you/", "buddy: yes", True, False),
        ("directory/somebody-meets-you/", "format: in_person\naccess: {door_help: yes}", True, False),
        ("directory/somebody-meets-you/", "format: in_person\nbuddy: no", False, True),
        ("directory/somebody-meets-you/", "format: in_person\nbuddy: no\naccess: {door_help: no}", False, False),
        ("directory/just-turn-up/", "next_step: just_turn_up", True, False),
        ("directory/just-turn-up/", "next_step: ring_first", False, False),
        ("directory/just-turn-up/", "", False, True),
    ],
)
def test_unknown_is_never_yes_but_is_counted(url: str, answer: str, inside: bool, unsaid: bool) -> None:
    sure = (
        "cost: {amount: 0}\nformat: [in_person, phone]\naccess: {step_free: yes}\nbuddy: yes\nnext_step: just_turn_up\n"
    )
    edition = edition_of({"resources/sure": group("Sure", sure), "resources/asked": group("Asked", f"{answer}\n")})

    listing = lists_of(edition)[url]

    assert names(listing) == (["Asked", "Sure"] if inside else ["Sure"])
    assert (listing.unsaid is not None) == unsaid


def test_lists_hold_only_what_is_public_and_visible_today() -> None:
    meeting = f"name: Meeting\nsummary: Come.\ncategory: games\n{CHECKED}{TUESDAYS}"
    edition = edition_of(
        {
            "resources/open": group("Open"),
            "resources/shut": group("Shut", "places: closed\n"),
            "resources/later": group("Later", "visible: {from: 2027-01-01}\n"),
            "activities/house": meeting + "shown_to: house\n",
            "activities/staff": meeting + "shown_to: staff\n",
        }
    )

    assert names(lists_of(edition)["directory/all/"]) == ["Open"]


def test_names_are_sorted_as_people_look_for_them() -> None:
    unsorted = ["Über", "zoo", "Apple", "élan", "42 Club", "apple"]

    assert sorted(unsorted, key=name_key) == ["42 Club", "Apple", "apple", "élan", "Über", "zoo"]


@pytest.mark.parametrize(
    ("name", "sign"),
    [("Élan", "E"), ("élan", "E"), ("42 Club", "0–9"), ("“Quoted”", "0–9"), ("Żuk", "Z"), ("Жук", "Ж")],
)
def test_a_name_stands_under_its_plain_letter(name: str, sign: str) -> None:
    assert letter(name) == sign


@pytest.mark.parametrize(("length", "cuts"), [(0, []), (1, [1]), (50, [50]), (51, [50, 1]), (120, [50, 50, 20])])
def test_a_list_is_cut_into_full_leaves(length: int, cuts: list[int]) -> None:
    found = list(leaves(edition_of({}).words, "x/", length, 50))

    assert [leaf.last - leaf.first for leaf in found] == cuts
    assert [leaf.url for leaf in found] == ["x/", "x/2/", "x/3/"][: len(cuts)]


def test_leaves_lead_to_their_neighbours() -> None:
    one, two, three = leaves(edition_of({}).words, "x/", 120, 50)

    assert [(leaf.pager.previous, leaf.pager.next) for leaf in (one, two, three) if leaf.pager] == [
        (None, "x/2/"), ("x/", "x/3/"), ("x/2/", None),
    ]  # fmt: skip
    assert two.pager is not None
    assert two.pager.place == "Page 2 of 3"


def test_letters_lead_to_the_leaf_where_they_begin() -> None:
    several = ["Ant", "Asp", "Bee", "Cat"]

    assert [link.url for link in letters("x/", several, 2)] == ["x/#letter-a", "x/2/#letter-b", "x/2/#letter-c"]
    assert letters("x/", several, 4) == ()


def test_the_leaves_together_hold_each_name_once_under_its_letter() -> None:
    several = sorted((f"{sign}{number}" for sign in "ABC" for number in range(30)), key=name_key)

    found = [
        (group.letter, several[place])
        for leaf in leaves(edition_of({}).words, "x/", len(several), 50)
        for group in groups(leaf, several)
        for place in group.places
    ]

    assert [name for _letter, name in found] == several
    assert all(sign == name[0] for sign, name in found)


def test_a_long_list_shows_each_entry_on_one_leaf_and_the_count_on_all() -> None:
    edition = edition_of({f"resources/g{number}": group(f"Group {number:03}") for number in range(CARDS_A_LEAF + 1)})

    pages = bodies(edition)
    first, second = pages["directory/all/"], pages["directory/all/2/"]

    assert first.count('<article class="fp-card') == CARDS_A_LEAF
    assert second.count('<article class="fp-card') == 1
    assert all(f"{CARDS_A_LEAF + 1} groups, activities and services." in page for page in (first, second))
    assert '<a class="fp-btn" rel="next" href="../../directory/all/2/">' in first
    assert '<a class="fp-btn" rel="prev" href="../../../directory/all/">' in second


def test_a_leaf_is_made_of_what_stands_on_it() -> None:
    shed_runs = f"name: Open\nsummary: Come.\ncategory: games\norganiser: shed\n{CHECKED}{TUESDAYS}"
    edition = edition_of({"resources/shed": group("Shed"), "activities/open": shed_runs})

    kind = next(planned for planned in list_pages(edition) if planned.url == "directory/kind/group/")

    assert kind.made_of is not None
    assert kind.made_of[:2] == ("shed", "open")


def test_a_family_leads_on_to_its_categories_and_each_back() -> None:
    edition = edition_of(
        {"resources/a": group("A", "category: games\n"), "resources/b": group("B", "category: meal\n")}
    )

    pages = bodies(edition)

    assert 'href="../../../directory/category/games/"' in pages["directory/family/meet/"]
    assert 'href="../../../directory/family/meet/"' in pages["directory/category/games/"]


def test_a_kind_of_help_has_a_list_of_those_who_say_it_and_of_those_whose_kind_says_it() -> None:
    edition = edition_of(
        {
            "resources/a": group("A", "support: advocacy\n"),
            "resources/b": group("B", "support: [emotional, advocacy]\n"),
            "resources/c": group("C").replace("kind: group", "kind: helpline"),
            "resources/d": group("D"),
        }
    )

    found = {url: names(listing) for url, listing in lists_of(edition).items() if url.startswith("directory/support/")}

    assert found == {
        "directory/support/emotional/": ["B", "C"],
        "directory/support/informational/": ["C"],
        "directory/support/advocacy/": ["A", "B"],
    }
    assert 'href="../directory/support/advocacy/"' in bodies(edition)["directory/"]


def test_venues_stand_by_name_with_what_is_on_there() -> None:
    edition = edition_of(
        {
            "venues/mill": f"name: Old Mill\narea: north\n{CHECKED}",
            "venues/barn": f"name: Barn\n{CHECKED}",
            "resources/shed": group("Shed", "venue: mill\n"),
        }
    )

    page = bodies(edition)["directory/venues/"]

    assert page.index("Barn") < page.index("Old Mill")
    assert "Northgate · 1 thing there" in page


AREAS = tuple(
    Area(id=name, name=name.title(), parent=parent)
    for name, parent in (("everything", None), ("town", "everything"), ("market", "town"), ("river", "town"))
)


@pytest.mark.parametrize(
    ("serves", "own", "wider"),
    [
        ("market", ["everything", "market", "town"], []),
        ("town", ["everything", "town"], ["market", "river"]),
        ("[town, market]", ["everything", "market", "town"], ["river"]),
        ("everything", ["everything"], ["market", "river", "town"]),
        ("everywhere", [], ["everything", "market", "river", "town"]),
    ],
)
def test_what_is_for_a_wider_area_stands_in_each_area_and_is_marked(
    serves: str, own: list[str], wider: list[str]
) -> None:
    edition = edition_of({"resources/a": group("A", f"areas: {serves}\n")}, areas=AREAS)
    found = {
        url.split("/")[2]: listing.wider for url, listing in lists_of(edition).items() if url.startswith(AREA_LISTS)
    }

    assert sorted(area for area, count in found.items() if count == 0) == own
    assert sorted(area for area, count in found.items() if count == 1) == wider
    pages = bodies(edition)
    assert [area for area in found if "Also for people here" in pages[f"{AREA_LISTS}{area}/"]] == [
        area for area in found if area in wider
    ]


def test_what_is_for_a_wider_area_follows_the_rest_over_all_leaves() -> None:
    records = {f"resources/own-{number}": group(f"Own {number}", "areas: market\n") for number in range(60)}
    records |= {f"resources/wide-{number}": group(f"Able {number}", "areas: town\n") for number in range(45)}
    pages = bodies(edition_of(records, areas=AREAS))
    leaves_ = [pages[f"directory/area/market/{end}"] for end in ("", "2/", "3/")]

    assert [page.count('<article class="fp-card') for page in leaves_] == [50, 50, 5]
    assert ["Also for people here" in page for page in leaves_] == [False, True, True]
    assert all("105 groups, activities and services." in page for page in leaves_)
    assert leaves_[1].index("Own 9") < leaves_[1].index("Also for people here") < leaves_[1].index("Able 0")
