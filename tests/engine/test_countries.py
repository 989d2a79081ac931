"""Countries and offices as people write them."""

import pytest

from curator.engine.countries import COUNTRIES, Role, find_country, find_role


def test_there_are_27_countries_sorted_by_name() -> None:
    assert len(COUNTRIES) == 27
    assert len({country.code for country in COUNTRIES}) == 27
    assert [country.name for country in COUNTRIES] == sorted(country.name for country in COUNTRIES)


def test_every_name_of_a_country_leads_to_it_alone() -> None:
    for country in COUNTRIES:
        for name in (country.name, country.code, *country.aliases):
            assert find_country(name) == country
            assert find_country(f" {name.upper()}_") == country


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Czech Republic", "Czechia"),
        ("deutschland", "Germany"),
        ("ITALIA", "Italy"),
        ("The_Netherlands", "Netherlands"),
        ("oesterreich", "Austria"),
        ("Espana", "Spain"),
        ("el", "Greece"),
        ("ΕΛΛΑΔΑ", "Greece"),
    ],
)
def test_a_country_is_recognised(text: str, name: str) -> None:
    found = find_country(text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("text", ["", "Switzerland", "United Kingdom", "from Italy", "Giorgia Meloni", "-"])
def test_what_is_no_country_of_the_index_is_none(text: str) -> None:
    assert find_country(text) is None


@pytest.mark.parametrize("role", list(Role))
def test_an_office_is_recognised_by_its_own_name(role: Role) -> None:
    assert find_role(role) is role
    assert find_role(role.value.upper().replace(" ", "_")) is role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("PM", Role.PRIME_MINISTER),
        ("prime-minister", Role.PRIME_MINISTER),
        ("Federal Chancellor", Role.PRIME_MINISTER),
        ("Taoiseach", Role.PRIME_MINISTER),
        ("Première ministre", Role.PRIME_MINISTER),
        ("President of the Government", Role.PRIME_MINISTER),
        ("Prime Minister and Minister of Defence", Role.PRIME_MINISTER),
        ("Minister of the Interior", Role.INTERIOR_MINISTER),
        ("Home Affairs Minister", Role.INTERIOR_MINISTER),
        ("Bundesinnenministerin", Role.INTERIOR_MINISTER),
        ("Innenministerin", Role.INTERIOR_MINISTER),
        ("Defence Minister", Role.DEFENSE_MINISTER),
        ("Minister of National Defence", Role.DEFENSE_MINISTER),
        ("Deputy Prime Minister and Minister for Defence", Role.DEFENSE_MINISTER),
        ("Minister for Justice", Role.JUSTICE_MINISTER),
        ("justice", Role.JUSTICE_MINISTER),
        ("AI Act representative", Role.AIACT_REPRESENTATIVE),
        ("AIAct", Role.AIACT_REPRESENTATIVE),
        ("Deputy Prime Minister", None),
        ("former Prime Minister", None),
        ("Minister of Finance", None),
        ("Justice Smith", None),
        ("", None),
    ],
)
def test_an_office_is_recognised_as_people_write_it(text: str, role: Role | None) -> None:
    assert find_role(text) is role
